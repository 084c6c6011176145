package io.ropeway.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ropeway.broadcast.ThisNode;
import io.ropeway.persistence.cluster.NodeRow;
import io.ropeway.persistence.cluster.NodeRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeNameTest {

  private static final Instant START = Instant.EPOCH;

  private final Rows rows = new Rows();
  private final NodeName name = new NodeName();

  NodeNameTest() {
    name.node = new ThisNode();
    name.rows = rows;
  }

  @Test
  void isTakenAtOnceIfNobodyHasIt() {
    name.claim();

    assertThat(rows.looks).isEqualTo(1);
  }

  @Test
  void isTakenWhenWhoHadItStaysSilentUntilItIsDead() {
    rows.heartbeats.addAll(List.of(START, START, START));

    name.claim();

    assertThat(rows.looks).isEqualTo(4);
    assertThat(rows.removed).isFalse();
  }

  @Test
  void isRefusedWhenWhoHasItShowsLife() {
    rows.heartbeats.addAll(List.of(START, START, START.plusSeconds(3)));

    assertThatIllegalStateException()
        .isThrownBy(name::claim)
        .withMessageContaining("ROPEWAY_NODE_ID");
    assertThat(rows.removed).isTrue();
  }

  /** Another node of the name, whose heartbeats are seen one after the other. */
  private static final class Rows extends NodeRows {
    final List<Instant> heartbeats = new ArrayList<>();
    int looks;
    boolean removed;

    @Override
    public List<NodeRow> livingBefore(long incarnation, String id) {
      looks++;
      return heartbeats.isEmpty()
          ? List.of()
          : List.of(new NodeRow(1, id, START, heartbeats.remove(0), "{}"));
    }

    @Override
    public boolean beat(long incarnation, String counts) {
      return true;
    }

    @Override
    public void remove(long incarnation) {
      removed = true;
    }
  }
}
