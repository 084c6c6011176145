package io.ropeway.it.faults;

import static io.ropeway.it.client.Frames.identifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.faults.Diary.Break;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One of two nodes is told to stop, by SIGTERM. */
@Tag("faults")
class DrainedNodeIT {

  private static final Duration RETURN = Duration.ofMinutes(5);
  private static final Duration UNPROVED = Duration.ofSeconds(15);
  private static final int NAP_MILLIS = 1_500;

  /** What a client sees that closed its socket itself on the farewell, before the server did. */
  private static final int OWN_CLOSE = 1005;

  private final Cluster cluster = Cluster.shared();

  @RegisterExtension final CableClients cables = new CableClients(() -> cluster.node(0).uri());

  @Test
  void clientsAreSentAwayOneAfterTheOtherAndMissNothing() {
    String slow = identifier("SlowChannel");
    ServerProcess node = cluster.node(0);
    CableClient busy = cables.open().subscribe(slow);
    try (Crowd crowd = cluster.crowd()) {
      long begin = System.currentTimeMillis();
      long pid = node.pid();
      busy.perform(slow, "sleep", "millis", NAP_MILLIS);
      node.stop();
      Gone.isGone(pid, node.port());
      node.start();
      Span outage = Span.since(begin);

      assertThat(busy.message(slow).asJsonObject().getInt("slept")).isEqualTo(NAP_MILLIS);
      busy.disconnected("server_restart", true).closed(1012);
      crowd.awaitReturn(RETURN);
      crowd.settle(RETURN);
      Verdict verdict =
          crowd
              .verdict()
              .databaseWasDurable()
              .acknowledgedIsStoredOnce()
              .accepted(200, outage)
              .clientsOfNodeAloneSawABreak(0, outage);
      farewellsWereSpread(verdict.breaksAtNode(0, outage));
      verdict.followersAgreeWithTheTable(UNPROVED);
    }
  }

  private static void farewellsWereSpread(List<Break> breaks) {
    assertThat(breaks)
        .allSatisfy(
            one -> {
              assertThat(one.reason()).isEqualTo("server_restart");
              assertThat(one.code()).isIn(1012, OWN_CLOSE);
            });
    long first = breaks.stream().mapToLong(Break::at).min().orElseThrow();
    long last = breaks.stream().mapToLong(Break::at).max().orElseThrow();
    assertThat(last - first).as("from the first close to the last, in ms").isGreaterThan(2_000);
  }
}
