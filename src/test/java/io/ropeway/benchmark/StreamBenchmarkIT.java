package io.ropeway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the goals of durable streams against the shipped WAR on the real server. */
@Tag("benchmark")
class StreamBenchmarkIT {
  @Test
  void reachesItsGoalsOnDurableStreams() throws Exception {
    assertThat(Goals.missed(StreamBenchmark.ofTheShippedWar())).isEmpty();
  }
}
