package io.ropeway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same WAR on Java 25, on machines that have it. */
class NewerJavaIT {

  private static final String ECHO = Frames.identifier("BenchmarkChannel");
  private static ServerProcess server;

  @RegisterExtension final CableClients cables = new CableClients(() -> server.uri());

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> java = java25();
    assumeTrue(java.isPresent(), "There is no Java 25 on this machine");
    server = ServerProcess.named("java25").withFixtures().java(java.get()).start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void servesOnJava25() {
    CableClient client = cables.open().subscribe(ECHO);
    client.perform(ECHO, "echo", "n", 25);
    assertThat(client.message(ECHO).asJsonObject().getInt("n")).isEqualTo(25);
  }

  private static Optional<Path> java25() throws IOException {
    Path homes = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(homes)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(homes)) {
      return all.filter(home -> home.getFileName().toString().contains("25"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .findFirst();
    }
  }
}
