package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.Counter;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be done is counted, since the protocol has no word to tell the client. */
class CountingTest {

  private final TestNode node = new TestNode().deploy(Mute.class, Mute::new);
  private final TestClient client = node.connect();

  /** Has no action. */
  @ChannelName("Mute")
  static class Mute implements Channel {}

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void countsWhatComesInAndWhatIsNotUnderstood() {
    client.send("{\"command\":\"dance\"}");
    client.send("no JSON");
    client.perform("nobody", "{\"action\":\"wave\"}");
    client.subscribe("{\"channel\":\"Nope\"}");
    client.expectRejection("{\"channel\":\"Nope\"}");
    client.follow("{\"channel\":\"Mute\"}");
    client.perform("{\"channel\":\"Mute\"}", "{\"action\":\"sing\"}");
    counted(Counter.SUBSCRIPTIONS_CONFIRMED, 1);
    counted(Counter.ACTIONS_FAILED, 1);
    counted(Counter.SUBSCRIPTIONS_REJECTED, 1);
    counted(Counter.UNKNOWN_IDENTIFIERS, 1);
    counted(Counter.UNKNOWN_COMMANDS, 1);
    counted(Counter.UNDECODABLE_FRAMES, 1);
    counted(Counter.COMMANDS, 5);
    counted(Counter.CONNECTIONS_WELCOMED, 1);
  }

  private void counted(Counter counter, long expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(node.sessions.counters().get(counter)).isEqualTo(expected));
  }
}
