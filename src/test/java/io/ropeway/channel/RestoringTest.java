package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.TestStreamLog;
import io.ropeway.ledger.TestLedgers;
import io.ropeway.session.Identity;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients of the extended protocol that come back with the id of their last session. */
class RestoringTest {

  private static final String STREAM = "durable";
  private static final String ID = "{\"channel\":\"Following\"}";
  private static final String PLAIN_ID = "{\"channel\":\"Passing\"}";
  private static final String CLOSED_ID = "{\"channel\":\"Closed\"}";
  private static final Identity ADA = TestSessions.user("1");
  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

  @ChannelName("Following")
  static final class Following implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom(STREAM);
      subscription.transmit("hello");
    }
  }

  @ChannelName("Passing")
  static final class Passing implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("passing");
    }
  }

  @ChannelName("Closed")
  static final class Closed implements Channel {
    static volatile boolean closed;

    @Override
    public void subscribed(Subscription subscription) {
      if (closed) {
        subscription.reject();
      }
    }
  }

  private final TestStreamLog log = new TestStreamLog();
  private final TestLedgers ledgers = new TestLedgers();
  private final TestNode node = node();
  private final TestNode other = node();

  private TestNode node() {
    Closed.closed = false;
    return new TestNode(log, ledgers)
        .deploy(Following.class, Following::new)
        .deploy(Passing.class, Passing::new)
        .deploy(Closed.class, Closed::new);
  }

  @AfterEach
  void close() {
    node.close();
    other.close();
  }

  @Test
  void goOnWithoutSubscribingAgain() {
    String sid = leave(follow(node, ID));
    publish(1);

    TestClient again = connect(node, ADA, sid);
    assertThat(welcome(again)).contains("\"restored\":true", quotedIds(ID)).doesNotContain(sid);
    again.expectQuiet(); // held until it asks, and not greeted again

    again.send(
        "{\"command\":\"history\",\"identifier\":"
            + TestClient.quoted(ID)
            + ",\"history\":{\"streams\":{\"durable\":{\"offset\":0,\"epoch\":\"store1.0\"}}}}");
    assertThat(again.connection().next()).contains("\"message\":1,");
    assertThat(again.connection().next()).contains("confirm_history");
  }

  @Test
  void goOnOnAnotherNode() {
    String sid = leave(follow(node, ID));

    assertThat(welcome(connect(other, ADA, sid))).contains("\"restored\":true", quotedIds(ID));
  }

  @Test
  void takeTheSessionOverFromASocketThatIsStillOpen() {
    TestClient client = follow(node, ID);
    String sid = sid(client);

    assertThat(welcome(connect(node, ADA, sid))).contains("\"restored\":true");
    assertThat(client.connection().isTerminated()).isTrue();
  }

  @Test
  void takeItOverFromAnotherNode() {
    TestClient client = follow(node, ID);
    String sid = sid(client);

    assertThat(welcome(connect(other, ADA, sid))).contains("\"restored\":true");
    assertThat(client.connection().awaitClose()).isEqualTo("1000 remote");
  }

  @Test
  void areRestoredOnce() {
    String sid = leave(follow(node, ID));
    assertThat(welcome(connect(node, ADA, sid))).contains("\"restored\":true");

    assertThat(welcome(connect(node, ADA, sid))).doesNotContain("restored");
  }

  @Test
  void areWelcomedAsNewIfTheSessionIsAnothers() {
    String sid = leave(follow(node, ID));

    assertThat(welcome(connect(node, TestSessions.user("2"), sid))).doesNotContain("restored");
    assertThat(welcome(connect(node, ADA, sid))).contains("\"restored\":true");
  }

  @Test
  void areWelcomedAsNewIfNothingIsKnownOfTheSession() {
    assertThat(welcome(connect(node, ADA, "nonsense"))).doesNotContain("restored");
  }

  @Test
  void areWelcomedAsNewWhileTheDatabaseIsAway() {
    String sid = leave(follow(node, ID));
    ledgers.sessionStore.away(true);

    assertThat(welcome(connect(other, ADA, sid))).doesNotContain("restored");
  }

  @Test
  void areLeftOutOfWhatTheyMayNoLongerHave() {
    String sid = leave(follow(node, CLOSED_ID, ID));
    Closed.closed = true;

    assertThat(welcome(connect(node, ADA, sid)))
        .contains("\"restored_ids\":[" + TestClient.quoted(ID) + "]");
  }

  @Test
  void areSentAwayIfTheyDoNotAskForHistory() {
    TestClient again = connect(node, ADA, leave(follow(node, ID)));
    welcome(again);
    again.expectQuiet();
    node.time.pass(Duration.ofSeconds(6));

    assertThat(again.connection().awaitClose()).isEqualTo("1000 history_not_asked");
  }

  @Test
  void hearTransientStreamsAtOnceAfterTheWelcome() {
    TestClient again = connect(node, ADA, leave(follow(node, PLAIN_ID)));
    assertThat(welcome(again)).contains("\"restored\":true");
    again.expectQuiet();

    node.publish("passing", "1");
    again.expectMessage(PLAIN_ID, "1");
    node.time.pass(Duration.ofSeconds(6));
    assertThat(again.connection().closed()).isNull();
  }

  private TestClient follow(TestNode on, String... identifiers) {
    TestClient client = connect(on, ADA, null);
    for (String identifier : identifiers) {
      client.subscribe(identifier);
    }
    client.framesUntilSettled();
    return client;
  }

  private static TestClient connect(TestNode on, Identity who, String sid) {
    return sid == null
        ? on.connectWith(who, TestSessions.EXTENDED)
        : on.connectWith(who, TestSessions.EXTENDED, "X-ANYCABLE-RESTORE-SID", sid);
  }

  private static String leave(TestClient client) {
    String sid = sid(client);
    client.connection().end(1006);
    return sid;
  }

  private static String sid(TestClient client) {
    Matcher sid = SID.matcher(client.connection().texts().get(0));
    assertThat(sid.find()).isTrue();
    return sid.group(1);
  }

  private static String welcome(TestClient client) {
    String frame = client.connection().next();
    assertThat(frame).startsWith("{\"type\":\"welcome\"");
    return frame;
  }

  private static String quotedIds(String identifier) {
    return "\"restored_ids\":[" + TestClient.quoted(identifier) + "]";
  }

  private void publish(int payload) {
    for (LogEvent entry : log.append(List.of(new Event(STREAM, String.valueOf(payload))))) {
      node.broadcasting.sequencers.offer(entry);
      other.broadcasting.sequencers.offer(entry);
    }
  }
}
