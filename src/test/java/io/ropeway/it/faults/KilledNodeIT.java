package io.ropeway.it.faults;

import io.ropeway.it.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One of two nodes is killed without warning. */
@Tag("faults")
class KilledNodeIT {

  private static final int TIMES = 3;

  /** Clients that find nobody wait twice as long each time, up to two minutes and more. */
  private static final Duration RETURN = Duration.ofMinutes(5);

  /**
   * What may come twice to a base client of the killed node: what arrived since the node last wrote
   * down how far its clients were, and five seconds before that.
   */
  private static final Duration UNPROVED = Duration.ofSeconds(15);

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHeardTwiceOrInAnotherOrder() {
    Cluster cluster = Cluster.shared();
    try (Crowd crowd = cluster.crowd()) {
      List<Span> outages = new ArrayList<>();
      for (int time = 0; time < TIMES; time++) {
        outages.add(killAndRestart(cluster.node(0)));
        crowd.awaitReturn(RETURN);
      }
      crowd.settle(RETURN);
      Verdict verdict = crowd.verdict().databaseWasDurable().acknowledgedIsStoredOnce();
      for (Span outage : outages) {
        verdict.accepted(200, outage).clientsOfNodeAloneSawABreak(0, outage);
      }
      verdict.followersAgreeWithTheTable(UNPROVED);
    }
  }

  private static Span killAndRestart(ServerProcess node) {
    long begin = System.currentTimeMillis();
    long pid = node.pid();
    node.kill();
    Gone.isGone(pid, node.port());
    node.start();
    return Span.since(begin);
  }
}
