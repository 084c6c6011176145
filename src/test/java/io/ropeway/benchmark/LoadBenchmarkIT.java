package io.ropeway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Loads the shipped WAR on the real server, prints the table, and holds the goals against it. */
@Tag("benchmark")
class LoadBenchmarkIT {
  private static final int CROWD = Integer.getInteger("benchmark.connections", 10_000);
  private static final Duration LOOP =
      Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 12));
  private static final Path TABLE = Path.of("target", "benchmark.md");

  @Test
  void reachesItsGoalsUnderLoad() throws IOException {
    try (ServerProcess server =
        ServerProcess.named("benchmark")
            .withFixtures()
            .setting("ropeway.anonymous.enabled", true)
            .setting("ropeway.limits.commands-per-second", 0)
            .jvm("-Xmx1g")
            .start()) {
      Target target = new Target(server.port(), server.pid());
      Comparison comparison = Comparison.of(target, LOOP, CROWD, List.of(CROWD / 10, CROWD / 2));
      String table = new ComparisonTable(comparison).render();
      Files.writeString(TABLE, table);
      System.out.println(table);
      assertThat(Goals.missed(comparison)).as(table).isEmpty();
    }
  }
}
