package io.ropeway.security;

import io.ropeway.service.Refusal;
import io.ropeway.service.account.AccessTokens;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Recognises users by their access token.
 *
 * <p>A cookie counts only beside an Origin, which the handshake has checked by then: without one
 * the request may have been made by another site's page in an odd browser.
 */
@ApplicationScoped
public class TokenAuthenticator implements Authenticator {

  @Inject AccessTokens tokens;

  @Override
  public Authentication authenticate(HandshakeRequest request) {
    Optional<String> presented =
        PresentedToken.explicit(request)
            .or(
                () ->
                    request.header("origin").isPresent()
                        ? PresentedToken.cookie(request)
                        : Optional.empty());
    return presented.map(this::check).orElseGet(Authentication::notPresented);
  }

  private Authentication check(String token) {
    try {
      Optional<Identity> identity = tokens.find(token);
      return identity.map(Authentication::accepted).orElseGet(Authentication::refused);
    } catch (Refusal e) {
      throw new AuthenticationUnavailableException(e);
    }
  }
}
