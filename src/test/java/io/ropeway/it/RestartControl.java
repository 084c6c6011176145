package io.ropeway.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Lets tests in other processes restart a server: {@code POST /restart} on loopback answers 204
 * when the server is healthy again.
 */
final class RestartControl implements AutoCloseable {

  private final ServerProcess server;
  private final HttpServer http;

  RestartControl(ServerProcess server) {
    this.server = server;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/restart", this::restart);
    http.start();
  }

  /** Where it listens. */
  URI uri() {
    return URI.create("http://localhost:" + http.getAddress().getPort() + "/");
  }

  private void restart(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean asked = exchange.getRequestMethod().equals("POST");
      if (asked) {
        server.restart();
      }
      exchange.sendResponseHeaders(asked ? 204 : 405, -1);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
