package io.ropeway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the goals of the support desk against the shipped WAR on the real server. */
@Tag("benchmark")
class DeskBenchmarkIT {
  @Test
  void reachesItsGoalsOnASupportDesk() throws Exception {
    assertThat(Goals.missed(DeskBenchmark.ofTheShippedWar())).isEmpty();
  }
}
