package io.ropeway.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.ThisNode;
import io.ropeway.container.TestThreads;
import io.ropeway.persistence.cluster.NodeLook;
import io.ropeway.persistence.cluster.NodeRow;
import io.ropeway.persistence.cluster.NodeRows;
import io.ropeway.session.SharedTime;
import io.ropeway.session.TestRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodePulseTest {

  private static final Instant OWN = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant OF_THE_DATABASE = OWN.plusSeconds(600);

  private final SharedTime time = TestRegistry.time(Clock.fixed(OWN, ZoneOffset.UTC));
  private final NodePulse pulse = new NodePulse();

  @BeforeEach
  void wire() {
    pulse.threads = new TestThreads();
    pulse.node = new ThisNode();
    pulse.rows = new Rows();
    pulse.name = new NodeName();
    pulse.name.node = pulse.node;
    pulse.name.rows = pulse.rows;
    pulse.counts = new NoCounts();
    pulse.time = time;
  }

  @AfterEach
  void stop() {
    pulse.stop(new Object());
  }

  @Test
  void fromItsFirstBeatANodeTellsTheTimeOfTheDatabaseAndNotItsOwn() {
    assertThat(time.now()).isEqualTo(OWN);

    pulse.start(new Object());

    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(time.now()).isEqualTo(OF_THE_DATABASE));
  }

  /** Of a database whose clock is ten minutes ahead of this node's. */
  private static final class Rows extends NodeRows {

    @Override
    public void insert(long incarnation, String id, String counts) {}

    @Override
    public boolean beat(long incarnation, String counts) {
      return true;
    }

    @Override
    public void stopped(long incarnation) {}

    @Override
    public List<NodeRow> livingBefore(long incarnation, String id) {
      return List.of();
    }

    @Override
    public NodeLook look() {
      return new NodeLook(OF_THE_DATABASE, List.of());
    }
  }

  private static final class NoCounts extends NodeCounts {

    @Override
    String text() {
      return "{}";
    }
  }
}
