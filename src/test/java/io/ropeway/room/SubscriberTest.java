package io.ropeway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.ClientSession;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import org.junit.jupiter.api.Test;

class SubscriberTest {

  private final RecordingConnection connection = new RecordingConnection();
  private final ClientSession session = TestSessions.on(connection);

  @Test
  void whoIsEvictedIsToldSoAndNothingThatWaitedBeforeOrCameUntilThen() {
    connection.sendingOn(session.outbox()::sent);
    connection.holdBack();
    send("x", "\"under way\"");
    send("x", "\"waits\"");
    send("y", "\"of another\"");

    new Subscriber(session, "x", new Told()).evict();
    connection.readOn();

    assertThat(connection.texts())
        .containsExactly(
            "{\"identifier\":\"x\",\"message\":\"under way\"}",
            "{\"identifier\":\"y\",\"message\":\"of another\"}",
            "{\"identifier\":\"x\",\"type\":\"reject_subscription\"}");
  }

  private void send(String identifier, String payload) {
    session.send(new ServerMessage.Data(identifier, payload));
  }

  /** Hears one more event of another stream before it is silent, and tells its client its end. */
  private final class Told implements Subscriber.Fate {

    @Override
    public void silenced() {
      send("x", "\"came until then\"");
    }

    @Override
    public void evicted() {
      session.send(new ServerMessage.Rejection("x"));
    }
  }
}
