package io.ropeway.service.cluster;

import io.ropeway.broadcast.ThisNode;
import io.ropeway.persistence.cluster.NodeRow;
import io.ropeway.persistence.cluster.NodeRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sees to it that no two running nodes have one name. */
@ApplicationScoped
public class NodeName {

  private static final System.Logger LOGGER = System.getLogger(NodeName.class.getName());
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  @Inject ThisNode node;
  @Inject NodeRows rows;

  /**
   * Returns once the name is this node's; its row is there already. One that was killed a moment
   * ago and had the same name is waited for, 15 s at most.
   *
   * @throws IllegalStateException if another node of this name turns out to be alive
   */
  void claim() {
    Map<Long, Instant> seen = new HashMap<>();
    List<NodeRow> others = rows.livingBefore(node.incarnation(), node.id());
    if (!others.isEmpty()) {
      LOGGER.log(
          System.Logger.Level.INFO, "Waiting for the end of another node named " + node.id());
    }
    while (!others.isEmpty()) {
      for (NodeRow other : others) {
        Instant before = seen.putIfAbsent(other.incarnation(), other.heartbeatAt());
        if (before != null && before.isBefore(other.heartbeatAt())) {
          rows.remove(node.incarnation());
          throw new IllegalStateException(
              "Ropeway does not start as a second node named "
                  + node.id()
                  + ": set ROPEWAY_NODE_ID (ropeway.node.id) to another name, or to none.");
        }
      }
      LockSupport.parkNanos(LOOK_NANOS);
      rows.beat(node.incarnation(), "{}");
      others = rows.livingBefore(node.incarnation(), node.id());
    }
  }
}
