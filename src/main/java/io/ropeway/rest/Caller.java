package io.ropeway.rest;

import io.ropeway.security.http.CsrfToken;
import io.ropeway.security.http.RequestCredential;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.AccessTokens;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the request being served speaks for; set by {@link AuthenticationFilter}. */
@RequestScoped
public class Caller {

  private @Nullable Identity identity;
  private @Nullable RequestCredential credential;

  void is(Identity who, RequestCredential presented) {
    identity = who;
    credential = presented;
  }

  /**
   * Who it is.
   *
   * @throws Refusal UNAUTHENTICATED if the request need not have said
   */
  public Identity identity() {
    return Optional.ofNullable(identity)
        .orElseThrow(() -> Refusal.unauthenticated("Sign in first."));
  }

  /** The id of the token that was presented; 0 if it is a script's, which is in no list. */
  public long tokenId() {
    String id = String.valueOf(identity().credentialId());
    return id.startsWith(AccessTokens.API) ? 0 : Long.parseLong(id);
  }

  /** The token, if the client put it into the request itself and so has it to show anyway. */
  public Optional<String> explicitToken() {
    return Optional.ofNullable(credential)
        .filter(presented -> !presented.isCookie())
        .map(RequestCredential::token);
  }

  /** What unsafe requests with the same token as a cookie may carry in {@code X-CSRF-Token}. */
  public String csrfToken() {
    return CsrfToken.of(credential == null ? "" : credential.token());
  }
}
