package io.ropeway.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Lets a test in another process restart a server: {@code POST /restart}, 204 when it is healthy.
 */
final class ServerControl implements AutoCloseable {

  private final HttpServer http;

  ServerControl(ServerProcess server) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/restart",
        exchange -> {
          server.restart();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    http.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + http.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
