package io.ropeway.endpoint.undertow;

import io.ropeway.endpoint.Upgrade;
import io.ropeway.endpoint.UpgradeTransport;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Answers the handshake through Undertow's own exchange and takes the connection over when the
 * answer is out. Any thread may call it; Undertow sends the answer when the caller's filter chain
 * returns.
 */
final class UndertowTransport implements UpgradeTransport {
  private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  @Override
  public void upgrade(HttpServletRequest request, HttpServletResponse response, Upgrade upgrade) {
    HttpServerExchange exchange =
        ServletRequestContext.requireCurrent().getOriginalRequest().getExchange();
    HeaderMap headers = exchange.getResponseHeaders();
    String key = request.getHeader(Headers.SEC_WEB_SOCKET_KEY_STRING);
    headers.put(Headers.UPGRADE, "websocket");
    headers.put(Headers.SEC_WEB_SOCKET_ACCEPT, accept(key == null ? "" : key));
    String subprotocol = upgrade.subprotocol();
    if (subprotocol != null) {
      headers.put(Headers.SEC_WEB_SOCKET_PROTOCOL, subprotocol);
    }
    exchange.upgradeChannel(new Takeover(upgrade));
  }

  /** The proof that the handshake was understood (RFC 6455, 4.2.2). */
  private static String accept(String key) {
    byte[] text = (key.strip() + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII);
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-1", impossible);
    }
  }
}
