package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.ServerProcess;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes lose their broker together with the one of them in which it is embedded. */
@Tag("faults")
class OrphanedNodeIT {

  private static final Duration RETURN = Duration.ofMinutes(5);
  private static final Duration UNPROVED = Duration.ofSeconds(15);

  /** How long the node that stayed may take to find the broker again. */
  private static final Duration RECONNECTION = Duration.ofSeconds(10);

  @Test
  void nothingIsLostRepeatedOrReorderedWhenTheHostOfTheBrokerIsKilled() {
    Cluster cluster = Cluster.startWithEmbeddedBroker("embedded");
    try (Crowd crowd = cluster.crowd()) {
      try (TypingLine line = new TypingLine(cluster)) {
        assertThat(line.heardThere()).as("typing heard over the embedded broker").isPositive();
      }
      ServerProcess host = cluster.node(0);
      long begin = System.currentTimeMillis();
      long pid = host.pid();
      host.kill();
      Gone.isGone(pid, host.port());
      Cluster.pass(Cluster.OUTAGE);
      host.start();
      Span outage = Span.since(begin);
      crowd.awaitReturn(RETURN);
      crowd.settle(RETURN);
      crowd
          .verdict()
          .databaseWasDurable()
          .acknowledgedIsStoredOnce()
          .accepted(200, outage)
          .clientsOfNodeAloneSawABreak(0, outage)
          .followersAgreeWithTheTable(UNPROVED);
      try (TypingLine line = new TypingLine(cluster)) {
        Awaitility.await("typing is heard over the embedded broker again")
            .atMost(RECONNECTION)
            .until(() -> line.heardThere() > 0);
      }
    }
  }
}
