package io.ropeway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the goals against the shipped WAR on the real server. */
@Tag("benchmark")
class LoadBenchmarkIT {
  @Test
  void reachesItsGoalsUnderLoad() throws IOException {
    assertThat(Goals.missed(LoadBenchmark.ofTheShippedWar())).isEmpty();
  }
}
