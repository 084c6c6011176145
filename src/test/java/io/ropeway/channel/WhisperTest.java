package io.ropeway.channel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhisperTest {

  private static final String OPEN = "{\"channel\":\"Open\"}";
  private static final String CLOSED = "{\"channel\":\"Closed\"}";

  @ChannelName("Open")
  static final class Open implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("durable talk");
      subscription.whisperTo("durable talk");
    }
  }

  @ChannelName("Closed")
  static final class Closed implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("durable talk");
    }
  }

  private final TestNode node =
      new TestNode().deploy(Open.class, Open::new).deploy(Closed.class, Closed::new);
  private TestClient ada;
  private TestClient bob;

  @BeforeEach
  void follow() {
    ada = node.connect();
    bob = node.connect();
    ada.follow(OPEN);
    bob.follow(OPEN);
    ada.expectQuiet(); // durable streams are live a moment after the confirmation
    bob.expectQuiet();
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void reachesEverybodyButTheSender() {
    TestClient cyd = node.connect();
    cyd.follow(CLOSED);
    cyd.expectQuiet();

    whisper(ada, OPEN, "{\"typing\":true}");

    bob.expectMessage(OPEN, "{\"typing\":true}");
    cyd.expectMessage(CLOSED, "{\"typing\":true}");
    ada.expectQuiet();
  }

  @Test
  void mayBeAnyJson() {
    whisper(ada, OPEN, "0");
    whisper(ada, OPEN, "\"a\\\"b\"");

    bob.expectMessage(OPEN, "0");
    bob.expectMessage(OPEN, "\"a\\\"b\"");
  }

  @Test
  void leavesNoTraceInTheLog() {
    whisper(ada, OPEN, "1");
    bob.expectMessage(OPEN, "1");

    ada.send(
        "{\"command\":\"history\",\"identifier\":"
            + TestClient.quoted(OPEN)
            + ",\"history\":{\"since\":1}}");

    ada.expect("{\"identifier\":" + TestClient.quoted(OPEN) + ",\"type\":\"confirm_history\"}");
  }

  @Test
  void isIgnoredWhereTheChannelDoesNotAllowIt() {
    ada.follow(CLOSED);

    whisper(ada, CLOSED, "1");
    whisper(ada, "unknown", "1");

    ada.expectQuiet();
    bob.expectQuiet();
  }

  private static void whisper(TestClient client, String identifier, String data) {
    client.send(
        "{\"command\":\"whisper\",\"identifier\":%s,\"data\":%s}"
            .formatted(TestClient.quoted(identifier), data));
  }
}
