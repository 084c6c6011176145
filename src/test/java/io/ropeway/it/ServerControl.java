package io.ropeway.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Lets a test in another process restart a server: {@code POST /restart} stops it in good order,
 * {@code POST /kill} without warning, and both start it again; 204 when it is healthy.
 */
final class ServerControl implements AutoCloseable {

  private final HttpServer http;

  ServerControl(ServerProcess server) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    on("/restart", server::restart);
    on(
        "/kill",
        () -> {
          server.kill();
          server.start();
        });
    http.start();
  }

  private void on(String path, Runnable action) {
    http.createContext(
        path,
        exchange -> {
          action.run();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
  }

  URI uri() {
    return URI.create("http://localhost:" + http.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
