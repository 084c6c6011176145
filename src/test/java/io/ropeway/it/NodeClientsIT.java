package io.ropeway.it;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client libraries that applications use, unchanged, against the shipped WAR. */
class NodeClientsIT {

  @Test
  void everyClientLibraryIsServedUnderLoadAndAfterARestart() {
    try (ServerProcess server =
            ServerProcess.named("node-clients")
                .withFixtures()
                .setting("ropeway.limits.commands-per-second", 0)
                .start();
        RestartControl control = new RestartControl(server)) {
      NodeTests.run(
          "test:clients",
          Duration.ofMinutes(10),
          Map.of(
              "ROPEWAY_URL", server.uri().toString(),
              "ROPEWAY_BROADCAST_KEY", "demo",
              "ROPEWAY_CONTROL_URL", control.uri().toString()));
    }
  }
}
