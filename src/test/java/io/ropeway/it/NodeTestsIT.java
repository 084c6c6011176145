package io.ropeway.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The tests that are written for Node: the page's modules, the page itself, and real clients. */
@TestInstance(Lifecycle.PER_CLASS)
class NodeTestsIT {

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  /** Without a limit of commands, since one connection makes the load for the clients' tests. */
  private final ServerProcess server =
      ServerProcess.named("node")
          .withFixtures()
          .setting("ropeway.limits.commands-per-second", 0)
          .setting("ropeway.http.widget-origins", "http://localhost:*")
          .start();

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theModulesOfThePageDoWhatTheySay() throws Exception {
    assertThat(NodeScript.named("test:page").run()).isZero();
  }

  @Test
  void thePageWorksInABrowser() throws Exception {
    assertThat(Files.isExecutable(CHROMIUM))
        .as("%s is there: install the Debian package chromium, or set CHROMIUM", CHROMIUM)
        .isTrue();
    NodeScript browser =
        NodeScript.named("test:browser")
            .with("ROPEWAY_URL", server.uri())
            .with("CHROMIUM", CHROMIUM);
    assertThat(browser.run()).isZero();
  }

  @Test
  void theClientLibrariesThatApplicationsUseWorkUnchanged() throws Exception {
    try (ServerControl control = new ServerControl(server)) {
      NodeScript clients =
          NodeScript.named("test:clients")
              .with("ROPEWAY_URL", server.uri())
              .with("ROPEWAY_CONTROL_URL", control.uri())
              .with("ROPEWAY_BROADCAST_KEY", "demo")
              .with("ROPEWAY_PUBSUB_SECRET", Backend.PUBSUB_SECRET)
              .with("ROPEWAY_JWT_SECRET", Backend.JWT_SECRET);
      assertThat(clients.run()).isZero();
    }
  }

  @Test
  void theProgramsOfASupportDeskWorkUnchanged() throws Exception {
    try (ServerControl control = new ServerControl(server)) {
      NodeScript desk =
          NodeScript.named("test:desk")
              .with("ROPEWAY_URL", server.uri())
              .with("ROPEWAY_CONTROL_URL", control.uri());
      assertThat(desk.run()).isZero();
    }
  }
}
