package io.ropeway.endpoint;

import io.ropeway.session.HandshakeRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads what a request says of its handshake. */
final class Handshake {

  private Handshake() {}

  /** Whether the client asks for a WebSocket (RFC 6455, 4.2.1). */
  static boolean isWebSocket(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && "GET".equals(request.getMethod());
  }

  /** Copies what stays readable while the connection lives. */
  static HandshakeRequest read(
      HttpServletRequest request, String scheme, String authority, String remoteAddress)
      throws URISyntaxException {
    List<String> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        headers.add(name.toLowerCase(Locale.ROOT));
        headers.add(value);
      }
    }
    String query = request.getQueryString();
    URI uri =
        new URI(
            scheme
                + "://"
                + authority
                + request.getRequestURI()
                + (query == null ? "" : "?" + query));
    return new HandshakeRequest(uri, remoteAddress, headers);
  }
}
