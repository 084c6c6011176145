package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.BrokerProcess;
import io.ropeway.it.faults.Diary.Acknowledged;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The broker is killed, and comes back after ten seconds. */
@Tag("faults")
class LostBrokerIT {

  /** By when the nodes are of one mind again. */
  private static final Duration AGREEMENT = Duration.ofSeconds(3);

  private final Cluster cluster = Cluster.shared();

  @Test
  void eachNodeServesItsOwnAtFullSpeedAndTheyAgreeAfterwards() {
    try (Crowd crowd = cluster.crowd();
        TypingLine line = new TypingLine(cluster)) {
      long start = System.currentTimeMillis();
      Cluster.pass(Cluster.OUTAGE);
      Span before = Span.since(start);
      int sockets = crowd.sockets();

      Span outage = outage(line);
      crowd.settle(AGREEMENT);
      Awaitility.await("typing is heard at the other node again")
          .atMost(AGREEMENT)
          .until(heardAgain(line));

      assertThat(crowd.sockets()).as("sockets").isEqualTo(sockets);
      Verdict verdict =
          crowd
              .verdict()
              .databaseWasDurable()
              .acknowledgedIsStoredOnce()
              .accepted(200, outage)
              .nobodySawABreak();
      atFullSpeed(verdict.acknowledged(before), verdict.acknowledged(outage));
      verdict.followersAgreeWithTheTable(Duration.ZERO);
    }
  }

  private Span outage(TypingLine line) {
    BrokerProcess broker = cluster.broker();
    long begin = System.currentTimeMillis();
    long pid = broker.pid();
    broker.kill();
    Gone.isGone(pid, broker.port());
    Cluster.pass(Duration.ofSeconds(1)); // for what had reached the other node already
    int here = line.heardHere();
    int there = line.heardThere();
    Cluster.pass(Cluster.OUTAGE.minusSeconds(1));
    assertThat(line.heardHere() - here).as("typing heard at its node").isGreaterThan(100);
    assertThat(line.heardThere() - there).as("typing heard at the other node").isZero();
    broker.start();
    return Span.since(begin);
  }

  private static Callable<Boolean> heardAgain(TypingLine line) {
    int heard = line.heardThere();
    return () -> line.heardThere() > heard;
  }

  private static void atFullSpeed(List<Acknowledged> before, List<Acknowledged> meanwhile) {
    assertThat(middle(meanwhile))
        .as("median of acknowledgements in ms, %d before", middle(before))
        .isLessThan(2 * middle(before) + 50);
  }

  private static long middle(List<Acknowledged> all) {
    return all.stream()
        .mapToLong(Acknowledged::took)
        .sorted()
        .skip(all.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
