package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.TestSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A subscribe that a client repeats while the answer is on its way to it. To a client of the
 * extended protocol a second confirmation is one that it never asked for, and it unsubscribes.
 */
class CrossedAnswerTest {

  private static final String ID = "{\"channel\":\"Empty\"}";

  @ChannelName("Empty")
  static final class Empty implements Channel {}

  private final TestNode node = new TestNode().deploy(Empty.class, Empty::new);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void isSharedByARepeatThatWasSentBeforeItArrived() {
    TestClient client = extended();
    client.connection().ignoreProbes();
    client.follow(ID);

    client.subscribe(ID);
    client.subscribe(ID);

    client.expectQuiet();
  }

  @Test
  void isGivenAgainToARepeatThatWasSentAfterItArrived() {
    TestClient client = extended();
    client.follow(ID);

    client.follow(ID);

    client.expectQuiet();
  }

  @Test
  void isNotSharedAcrossAnUnsubscribe() {
    TestClient client = extended();
    client.connection().ignoreProbes();
    client.follow(ID);

    client.unsubscribe(ID);

    client.follow(ID);
  }

  @Test
  void provesNothingToClientsThatMayBeConfirmedTwice() {
    TestClient client = node.connect();

    client.follow(ID);
    client.follow(ID);

    assertThat(client.connection().probes()).isZero();
  }

  private TestClient extended() {
    TestClient made = node.connectUnwelcomed(TestSessions.user("1"), TestSessions.EXTENDED);
    assertThat(made.connection().next()).contains("\"welcome\"");
    return made;
  }
}
