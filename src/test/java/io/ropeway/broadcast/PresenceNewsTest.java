package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceNewsTest {

  private static final String JOIN =
      "{\"type\":\"presence\",\"identifier\":\"x\","
          + "\"message\":{\"type\":\"join\",\"id\":\"42\",\"info\":{\"a\":1}}}";
  private static final String LEAVE =
      "{\"type\":\"presence\",\"identifier\":\"x\",\"message\":{\"type\":\"leave\",\"id\":\"42\"}}";

  private final TestBroadcasting node = new TestBroadcasting();
  private final PresenceNews news = new PresenceNews();
  private final RecordingConnection extended = new RecordingConnection();
  private final RecordingConnection plain = new RecordingConnection();
  private final ClientSession plainSession = follow(plain, TestSessions.V1);

  PresenceNewsTest() {
    news.broadcaster = node.broadcaster;
    follow(extended, TestSessions.EXTENDED);
  }

  @Test
  void reachesAllFollowersWhoseDialectHasWordsForIt() {
    tell();

    assertThat(extended.texts()).containsExactly(JOIN, LEAVE);
    assertThat(plain.texts()).isEmpty();
  }

  @Test
  void reachesOthersOnceTheyHaveShownThatTheyKnowOfPresence() {
    plainSession.learnPresence();

    tell();

    assertThat(plain.texts()).containsExactly(JOIN, LEAVE);
  }

  @Test
  void isNothingForCallbacks() {
    List<String> heard = new ArrayList<>();
    ClientSession session = TestSessions.on(new RecordingConnection());
    node.rooms.follow("s", new Subscriber(session, "y", () -> {}), heard::add);

    tell();

    assertThat(heard).isEmpty();
  }

  private void tell() {
    news.joined("s", new PresenceRecord("42", "{\"a\":1}"));
    news.left("s", "42");
  }

  private ClientSession follow(RecordingConnection connection, ProtocolCodec codec) {
    ClientSession session = TestSessions.on(connection, TestSessions.user("1"), codec);
    node.rooms.follow("s", new Subscriber(session, "x", () -> {}), null);
    return session;
  }
}
