package io.ropeway.ops;

import io.ropeway.config.HttpSettings;
import io.ropeway.config.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The one line that says that the node is up, and where. */
@ApplicationScoped
public class StartUpLine {

  private static final int HTTP_PORT = 8080;

  @Inject HttpSettings http;
  @Inject ServerSettings server;

  String text() {
    String address =
        http.publicUrl()
            .orElseGet(() -> "http://localhost:" + port("jboss.http.port", HTTP_PORT) + "/");
    return server.demo()
        ? "Ropeway is up with demo data: open " + address + " and sign in as ada / ada-demo"
        : "Ropeway is up: " + address;
  }

  /** WildFly's own properties for ports; on other servers the defaults hold. */
  private static int port(String property, int otherwise) {
    return Integer.getInteger(property, otherwise)
        + Integer.getInteger("jboss.socket.binding.port-offset", 0);
  }
}
