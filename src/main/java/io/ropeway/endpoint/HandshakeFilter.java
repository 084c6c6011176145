package io.ropeway.endpoint;

import io.ropeway.session.HandshakeRequest;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URISyntaxException;

/**
 * The door for every WebSocket: what is no proper handshake is refused here with an HTTP status,
 * what is one goes to the dialect of its path.
 */
@WebFilter(
    urlPatterns = {"/cable", "/websocket", "/_ws/*"},
    asyncSupported = true)
public class HandshakeFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int UPGRADE_REQUIRED = 426;
  private static final String WEBSOCKET_VERSION = "13";

  @Inject transient CableHandshake cable;
  @Inject transient HandshakeReader reader;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getServletPath().startsWith("/_ws")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND); // only tickets lead there
    } else if (!reader.isWebSocket(request)) {
      response.setHeader("Upgrade", "websocket");
      response.setHeader("Connection", "Upgrade");
      response.sendError(UPGRADE_REQUIRED);
    } else if (!WEBSOCKET_VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
      response.setHeader("Sec-WebSocket-Version", WEBSOCKET_VERSION);
      response.sendError(UPGRADE_REQUIRED);
    } else if (!reader.hasValidKey(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      shakeHands(request, response);
    }
  }

  private void shakeHands(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    HandshakeRequest handshake;
    try {
      handshake = reader.read(request);
    } catch (URISyntaxException e) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    cable.shakeHands(request, response, handshake);
  }
}
