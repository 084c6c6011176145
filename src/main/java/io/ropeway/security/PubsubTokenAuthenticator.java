package io.ropeway.security;

import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskAudiences;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets those onto the cable who present the token by which a user or contact listens at the support
 * desk, as {@code ?pubsub_token=} or {@code ?token=}. That token is for listening alone: the
 * connection stays anonymous, and only the desk's channels make anything of it.
 */
@Priority(1_000)
@ApplicationScoped
public class PubsubTokenAuthenticator implements Authenticator {

  private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z0-9_-]{24}");

  @Inject DeskAudiences audiences;

  @Override
  public Authentication authenticate(HandshakeRequest request) {
    String path = request.uri().getPath();
    boolean isCable = path != null && (path.endsWith("/cable") || path.endsWith("/websocket"));
    Optional<String> token =
        request
            .parameter("pubsub_token")
            .or(() -> request.parameter("token"))
            .filter(text -> isCable && PLAUSIBLE.matcher(text).matches());
    try {
      return token.flatMap(audiences::identify).isPresent()
          ? Authentication.accepted(Identity.anonymous())
          : Authentication.notPresented();
    } catch (Refusal e) {
      throw new AuthenticationUnavailableException(e);
    }
  }
}
