package io.ropeway.security;

import io.ropeway.session.HandshakeRequest;
import java.util.List;
import java.util.Optional;

/**
 * Where a token may stand in a request: {@code Authorization: Bearer}, the header {@code
 * access-token} or {@code api_access_token} (Chatwoot 4.9), {@code ?token=} or {@code
 * ?access_token=}, the subprotocol entry {@code anycable-token.<token>} (AnyCable 1.6), or the
 * page's cookie.
 *
 * <p>Beside {@code access-token} clients send {@code client} and {@code uid}. The token alone says
 * who asks, so neither is looked at.
 */
public final class PresentedToken {

  /** The cookie of pages that signed in. */
  public static final String COOKIE = "ropeway_session";

  /** The headers that may carry one, in the order in which they count. */
  public static final List<String> HEADERS =
      List.of("authorization", "access-token", "api_access_token");

  private static final String BEARER = "Bearer ";
  private static final String SUBPROTOCOL_PREFIX = "anycable-token.";

  private PresentedToken() {}

  /** The token that the client itself put into the request, which no other site can make it do. */
  public static Optional<String> explicit(HandshakeRequest request) {
    return bearer(request)
        .or(() -> request.header("access-token"))
        .or(() -> request.header("api_access_token"))
        .or(() -> request.parameter("token"))
        .or(() -> request.parameter("access_token"))
        .or(() -> subprotocol(request));
  }

  /** The token of the cookie, which browsers add also when another site's page asks. */
  public static Optional<String> cookie(HandshakeRequest request) {
    return request.cookie(COOKIE);
  }

  private static Optional<String> bearer(HandshakeRequest request) {
    return request
        .header("authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  /** The token of the subprotocol entry. */
  static Optional<String> subprotocol(HandshakeRequest request) {
    return request.headerItems("sec-websocket-protocol").stream()
        .filter(item -> item.startsWith(SUBPROTOCOL_PREFIX))
        .map(item -> item.substring(SUBPROTOCOL_PREFIX.length()))
        .findFirst();
  }
}
