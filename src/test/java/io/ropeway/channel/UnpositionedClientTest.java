package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What clients that state no positions are told when they come back. */
class UnpositionedClientTest extends UnpositionedClients {

  @Test
  void areToldWhatTheyMissedWhenTheirSocketBroke() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);
    prove();
    breaks(client);
    publish(2, 3);

    TestClient again = follow(node);

    expect(again, 2, 3);
    publish(4);
    expect(again, 4);
    expect(again);
  }

  @Test
  void areToldAgainWhatWasNotProvedToHaveArrived() {
    TestClient client = follow(node);
    publish(1);
    prove();
    publish(2);
    expect(client, 1, 2);
    breaks(client);

    expect(follow(node), 2);
  }

  @Test
  void areProbedBehindDurableEventsAtMostOnceInThreeSeconds() {
    TestClient client = follow(node);
    node.time.pass(Duration.ofSeconds(10));
    int before = client.connection().probes();
    for (int i = 1; i <= 60; i++) {
      publish(i);
      node.time.pass(Duration.ofMillis(200));
      node.settle();
    }

    assertThat(client.connection().probes() - before).isBetween(3, 5);
    int after = client.connection().probes();
    node.time.pass(Duration.ofSeconds(30)); // the last event is proved; then hearts beat, no more
    assertThat(client.connection().probes() - after).isLessThanOrEqualTo(4);
  }

  @Test
  void areToldAgainWhatWasSentBehindTheLastPongThatCame() {
    TestClient client = follow(node);
    publish(1);
    prove();
    client.connection().ignoreProbes();
    publish(2);
    prove();
    expect(client, 1, 2);
    breaks(client);

    expect(follow(node), 2);
  }

  @Test
  void areNotToldAgainWhatMayHappenOnlyOnce() {
    TestClient client = follow(node);
    publish(1);
    prove();
    log(named("created", 2), new Event(STREAM, "3"));
    expect(client, 1, 2, 3);
    breaks(client);
    log(named("created", 4));

    expect(follow(node), 3, 4); // the last one was never sent
  }

  @Test
  void areToldWhereTheyBrokeOffAlsoIfThatWasWithinAReplay() {
    TestClient client = follow(node);
    breaks(client);
    publish(1, 2);
    TestClient again = follow(node);
    again.connection().ignoreProbes();
    expect(again, 1, 2);
    breaks(again);
    publish(3);

    expect(follow(node), 1, 2, 3);
  }
}
