package io.ropeway.rest;

import io.ropeway.security.http.CsrfToken;
import io.ropeway.service.Refusal;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the request being served speaks for; set by {@link AuthenticationFilter}. */
@RequestScoped
public class Caller {

  private @Nullable Identity identity;
  private @Nullable String token;

  void is(Identity who, String presentedToken) {
    identity = who;
    token = presentedToken;
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

  /** The id of the token that was presented. */
  public long tokenId() {
    return Long.parseLong(String.valueOf(identity().credentialId()));
  }

  /** What unsafe requests with the same token as a cookie may carry in {@code X-CSRF-Token}. */
  public String csrfToken() {
    return CsrfToken.of(String.valueOf(token));
  }
}
