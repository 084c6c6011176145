package io.ropeway.security.http;

import io.ropeway.security.PresentedToken;
import io.ropeway.session.HandshakeRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The token of an HTTP request.
 *
 * @param token as it was sent; it may be anything
 * @param isCookie whether the browser added it, which it also does for other sites' pages
 */
public record RequestCredential(String token, boolean isCookie) {

  /** What a request presents; what the client put in itself counts before the cookie. */
  public static Optional<RequestCredential> of(HttpServletRequest request) {
    HandshakeRequest readable = readable(request);
    return PresentedToken.explicit(readable)
        .map(token -> new RequestCredential(token, false))
        .or(() -> PresentedToken.cookie(readable).map(token -> new RequestCredential(token, true)))
        .filter(credential -> !credential.token().isEmpty());
  }

  private static HandshakeRequest readable(HttpServletRequest request) {
    List<String> headers = new ArrayList<>();
    PresentedToken.HEADERS.forEach(name -> copy(request, name, headers));
    copy(request, "cookie", headers);
    String query = request.getQueryString();
    URI uri;
    try {
      uri = new URI(query == null ? "/" : "/?" + query);
    } catch (URISyntaxException e) {
      uri = URI.create("/");
    }
    return new HandshakeRequest(uri, request.getRemoteAddr(), headers);
  }

  private static void copy(HttpServletRequest request, String name, List<String> headers) {
    for (String value : Collections.list(request.getHeaders(name))) {
      headers.add(name);
      headers.add(value);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return isCookie ? "RequestCredential[cookie]" : "RequestCredential[explicit]";
  }
}
