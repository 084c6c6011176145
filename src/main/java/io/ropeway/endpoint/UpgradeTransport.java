package io.ropeway.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Turns an accepted handshake into an open connection.
 *
 * <p>The portable one is made of the Jakarta WebSocket API. A server-specific one announces itself
 * by putting an instance into the servlet context under this interface's name before the first
 * request; nothing else in the application knows which one carries a client.
 */
public interface UpgradeTransport {

  /** The servlet context attribute under which a server-specific transport announces itself. */
  String ATTRIBUTE = UpgradeTransport.class.getName();

  /**
   * Answers the handshake with 101 and opens the connection once that has been sent.
   *
   * @throws IOException if the client is gone already
   */
  void upgrade(HttpServletRequest request, HttpServletResponse response, Upgrade upgrade)
      throws IOException, ServletException;
}
