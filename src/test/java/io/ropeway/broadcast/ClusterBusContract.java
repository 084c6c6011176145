package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every bus has to do, whatever carries it. */
public abstract class ClusterBusContract {

  /** What a node has heard so far, in order. */
  protected interface Node extends ClusterBus {
    List<BusMessage> heard();
  }

  /** A node that can hear from now on. */
  protected abstract Node join();

  @Test
  void whatOneNodeTellsAllOthersHearInItsOrder() {
    Node first = join();
    Node second = join();
    Node third = join();
    List<BusMessage> told =
        IntStream.range(0, 2_000).mapToObj(ClusterBusContract::passing).toList();

    told.forEach(first::send);

    awaitCount(second, told.size());
    awaitCount(third, told.size());
    assertThat(second.heard()).isEqualTo(told);
    assertThat(third.heard()).isEqualTo(told);
  }

  @Test
  void nobodyHearsThemselves() {
    Node first = join();
    Node second = join();

    first.send(passing(1));
    awaitCount(second, 1);
    second.send(passing(2));
    awaitCount(first, 1);

    assertThat(first.heard()).containsExactly(passing(2));
    assertThat(second.heard()).containsExactly(passing(1));
  }

  @Test
  void everyKindOfMessageArrivesAsItWasTold() {
    Node first = join();
    Node second = join();
    LogEvent entry =
        new LogEvent(
            "room:1",
            7,
            "db.2",
            Long.MAX_VALUE,
            EventKind.EVICTION,
            "member.left",
            "{\"a\":\"ü😀\"}",
            Exclusion.of("s", "USER:1"),
            List.of(new LogEvent.Place(3, 4), new LogEvent.Place(7, 9)),
            "message:1");
    List<BusMessage> all =
        List.of(
            new BusMessage.Logged(entry),
            new BusMessage.Passing(new Event("s", "1").excluding("x").about(null, "USER:2")),
            new BusMessage.Replaced("abc"));

    all.forEach(first::send);

    awaitCount(second, all.size());
    assertThat(second.heard()).isEqualTo(all);
  }

  @Test
  void aMessageOfAMegabyteArrives() {
    Node first = join();
    Node second = join();
    BusMessage large = new BusMessage.Passing(new Event("s", "\"" + "x".repeat(1 << 20) + "\""));

    first.send(large);

    awaitCount(second, 1);
    assertThat(second.heard()).containsExactly(large);
  }

  protected static BusMessage passing(int number) {
    return new BusMessage.Passing(new Event("stream", String.valueOf(number)));
  }

  protected static void awaitCount(Node node, int count) {
    Awaitility.await(count + " messages")
        .pollInterval(java.time.Duration.ofMillis(10))
        .until(() -> node.heard().size() >= count);
  }
}
