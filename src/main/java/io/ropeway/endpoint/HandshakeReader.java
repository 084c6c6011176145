package io.ropeway.endpoint;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.security.RequestOrigin;
import io.ropeway.session.HandshakeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of its handshake. */
@ApplicationScoped
public class HandshakeReader {

  private static final int KEY_BYTES = 16;

  @Inject ForwardedHeaders forwarded;

  /** Whether the client asks for a WebSocket (RFC 6455, 4.2.1). */
  boolean isWebSocket(HttpServletRequest request) {
    return "GET".equals(request.getMethod())
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /** Whether the handshake's key is 16 bytes in Base64. */
  boolean hasValidKey(HttpServletRequest request) {
    @Nullable String key = request.getHeader("Sec-WebSocket-Key");
    try {
      return key != null && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Copies what stays readable while the connection lives. */
  HandshakeRequest read(HttpServletRequest request) throws URISyntaxException {
    RequestOrigin origin = forwarded.resolve(request);
    List<String> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        headers.add(name);
        headers.add(value);
      }
    }
    String query = request.getQueryString();
    URI uri =
        new URI(origin.origin() + request.getRequestURI() + (query == null ? "" : "?" + query));
    return new HandshakeRequest(uri, origin.remoteAddress(), headers);
  }
}
