package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.TestStreamLog;
import io.ropeway.ledger.TestLedgers;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.Identity;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients of plain Action Cable, which state no positions, are told when they come back. */
class UnpositionedClientTest {

  private static final String STREAM = "durable";
  private static final String ID = "{\"channel\":\"Following\"}";
  private static final Identity ADA = TestSessions.user("1");

  @ChannelName(value = "Following", once = "created")
  static final class Following implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom(STREAM);
    }
  }

  private static final Pattern DATA = Pattern.compile("\"message\":(\\d+),\"stream_id\"");

  private final Map<TestClient, List<Integer>> waiting = new IdentityHashMap<>();
  private final TestStreamLog log = new TestStreamLog();
  private final TestLedgers ledgers = new TestLedgers();
  private final TestNode node = node();
  private final TestNode other = node();

  private TestNode node(String... changes) {
    return new TestNode(log, ledgers, changes).deploy(Following.class, Following::new);
  }

  @AfterEach
  void close() {
    node.close();
    other.close();
  }

  // What is proved.

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

  // Whose it is.

  @Test
  void areToldNothingAgainAfterAFarewell() {
    for (int code : new int[] {1000, 1001}) {
      TestClient client = follow(node);
      client.connection().end(code);
      publish(1);

      expect(follow(node));
    }
  }

  @Test
  void areToldNothingAgainOfWhatTheyUnsubscribed() {
    TestClient client = follow(node);
    client.unsubscribe(ID);
    expect(client);
    breaks(client);
    publish(1);

    expect(follow(node));
    assertThat(ledgers.receiptStore.rows()).hasSize(1);
  }

  @Test
  void areToldNothingAgainIfTheyWereSentAwayForGood() {
    TestClient client = follow(node);
    node.sessions.all().iterator().next().disconnect(DisconnectReason.REMOTE, false);
    client.connection().end(1000);
    publish(1);

    expect(follow(node));
  }

  @Test
  void areToldWhatTheyMissedIfTheyWereSentAwayToComeBack() {
    TestClient client = follow(node);
    node.sessions.all().iterator().next().disconnect(DisconnectReason.SERVER_RESTART);
    client.connection().end(1012);
    publish(1);

    expect(follow(other), 1);
  }

  @Test
  void haveOneRecordEachTheOldestFirst() {
    TestClient first = follow(node);
    publish(1);
    expect(first, 1);
    breaks(first); // has 1 at most
    TestClient stranger = follow(node, TestSessions.user("2"));
    publish(2);
    TestClient tab1 = follow(node);
    expect(tab1, 1, 2);
    prove();
    TestClient tab2 = follow(node);
    publish(3);
    expect(tab1, 3);
    expect(tab2, 3);
    prove();
    breaks(tab2);
    publish(4);
    prove();
    breaks(tab1);
    publish(5);

    expect(follow(node), 5); // tab 1's record is the older one
    expect(follow(node), 4, 5);
    expect(follow(node));
    assertThat(stranger.connection().closed()).isNull();
  }

  @Test
  void leaveTheRecordOfASocketAloneThatAnswers() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);

    TestClient second = follow(node);

    expect(second);
    assertThat(client.connection().isTerminated()).isFalse();
    publish(2);
    expect(client, 2);
    expect(second, 2);
  }

  @Test
  void claimTheRecordOfASocketThatIsSilentForTwoSeconds() {
    TestClient client = follow(node);
    client.connection().ignoreProbes();
    publish(1);
    TestClient again = ask(node, ADA);
    node.time.pass(Duration.ofMillis(1_800));
    assertThat(again.connection().texts())
        .noneMatch(frame -> frame.contains("confirm_subscription"));
    assertThat(client.connection().isTerminated()).isFalse();

    passUntilConfirmed(again);

    expect(again, 1);
    assertThat(client.connection().isTerminated()).isTrue();
  }

  @Test
  void findTheirRecordOnlyWithTheSameIdentityCredentialProgramAndPage() {
    TestClient client = follow(node, ADA, "User-Agent", "a", "Origin", "x");
    breaks(client);
    publish(1);

    expect(follow(node, TestSessions.user("2"), "User-Agent", "a", "Origin", "x"));
    expect(follow(node, ADA, "User-Agent", "b", "Origin", "x"));
    expect(follow(node, ADA, "User-Agent", "a", "Origin", "y"));
    expect(follow(node, ADA, "User-Agent", "a"));
    expect(follow(node, ADA, "User-Agent", "a", "Origin", "x"), 1);
  }

  @Test
  void areNotRememberedLongerThanTheWindow() {
    TestClient client = follow(node);
    breaks(client);
    publish(1);
    node.time.pass(Duration.ofMinutes(6));
    ledgers.receiptStore.pass(Duration.ofMinutes(6));

    expect(follow(node));
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

  @Test
  void areToldAllOfALogThatBeganAnewMeanwhile() {
    TestClient client = follow(node);
    publish(1, 2, 3);
    expect(client, 1, 2, 3);
    prove();
    breaks(client);
    log.restored();
    publish(4);

    expect(follow(other), 4);
  }

  // Several nodes.

  @Test
  void areToldOnAnotherNodeWhatTheyMissed() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);
    prove();
    breaks(client);
    publish(2);

    expect(follow(other), 2);
    expect(follow(node));
  }

  @Test
  void closeASilentSocketOfAnotherNode() {
    TestClient client = follow(node);
    client.connection().ignoreProbes();
    publish(1);
    TestClient again = ask(other, ADA);
    passUntilConfirmed(again);

    expect(again, 1);
    assertThat(client.connection().isTerminated()).isTrue();
  }

  @Test
  void leaveASocketOfAnotherNodeAloneThatAnswers() {
    TestClient client = follow(node);
    TestClient second = follow(other);
    node.time.pass(Duration.ofMillis(200));

    expect(second);
    assertThat(client.connection().isTerminated()).isFalse();
    publish(1);
    expect(second, 1);
  }

  @Test
  void areToldWhatTheyMissedWhenTheirNodeDied() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);
    prove();
    node.ledger.die();
    ledgers.receiptStore.pass(Duration.ofSeconds(20));
    publish(2);

    expect(follow(other), 2);
  }

  @Test
  void areToldSoAlsoRightAfterTheirNodesDeath() {
    TestClient client = follow(node);
    node.ledger.die();
    publish(1);
    TestClient again = ask(other, ADA);
    ledgers.receiptStore.pass(Duration.ofMillis(5_000));
    passUntilConfirmed(again);

    expect(again, 1);
    assertThat(client.connection().closed()).isNull();
  }

  @Test
  void leaveTheRecordOfALivingNodeAloneWhileTheBusIsCut() {
    TestClient client = follow(node);
    ledgers.cut(true);
    TestClient second = ask(other, ADA);
    ledgers.receiptStore.pass(Duration.ofSeconds(5));
    node.time.pass(Duration.ofSeconds(4));
    passUntilConfirmed(second);

    expect(second);
    publish(1);
    expect(second, 1);
    assertThat(client.connection().isTerminated()).isFalse();
  }

  @Test
  void areNotToldTwiceWhatTheyWereToldOnAnotherNode() {
    TestClient client = follow(node);
    breaks(client);
    expect(follow(other));
    publish(1);

    expect(follow(node)); // whose memory still has the record
  }

  // The database.

  @Test
  void areRememberedInMemoryWhileTheDatabaseIsAway() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);
    prove();
    ledgers.receiptStore.away(true);
    breaks(client);
    publish(2);

    TestClient again = follow(node);
    expect(again, 2);
    prove();
    ledgers.receiptStore.away(false);
    node.time.pass(Duration.ofSeconds(4));
    assertThat(ledgers.receiptStore.rows()).hasSize(1);
    breaks(again);
    publish(3);

    expect(follow(other), 3);
  }

  @Test
  void areNotToldAnythingAgainIfThatIsSwitchedOff() {
    try (TestNode plain = node("ropeway.replay.unpositioned", "false")) {
      TestClient client = follow(plain);
      breaks(client);
      publish(1);

      expect(follow(plain));
      assertThat(ledgers.receiptStore.rows()).isEmpty();
    }
  }

  @Test
  void leaveNothingInMemoryWhenTheyAreGone() {
    TestClient client = follow(node);
    client.connection().end(1000);
    node.time.pass(Duration.ofSeconds(4));

    assertThat(node.ledger.receipts.size()).isZero();
    assertThat(ledgers.receiptStore.rows()).isEmpty();
  }

  private TestClient follow(TestNode on) {
    return follow(on, ADA);
  }

  private TestClient follow(TestNode on, Identity who, String... headers) {
    TestClient client = ask(on, who, headers);
    client.expectConfirmation(ID);
    waiting.put(client, heard(client));
    on.settle();
    return client;
  }

  private TestClient ask(TestNode on, Identity who, String... headers) {
    TestClient client = on.connectWith(who, TestSessions.V1, headers);
    client.expect("{\"type\":\"welcome\"}");
    client.subscribe(ID);
    on.settle(); // what is asked of the ledger is asked before any time passes
    return client;
  }

  /** Lets time pass on all nodes, for commands take theirs, until a subscription is confirmed. */
  private void passUntilConfirmed(TestClient client) {
    Predicate<String> confirms = frame -> frame.contains("confirm_subscription");
    for (int i = 0; i < 200 && client.connection().texts().stream().noneMatch(confirms); i++) {
      node.settle();
      other.settle();
      pass(Duration.ofMillis(100));
      ledgers.receiptStore.pass(Duration.ofMillis(100));
    }
    waiting.put(client, new ArrayList<>());
  }

  /** Lets what was sent be proved, and that be written. */
  private void prove() {
    pass(Duration.ofSeconds(4));
    for (TestClient client : List.copyOf(waiting.keySet())) {
      waiting.get(client).addAll(heard(client)); // the ping has gone out behind the last command
    }
    pass(Duration.ofSeconds(3));
  }

  private void pass(Duration time) {
    node.time.pass(time);
    other.time.pass(time);
  }

  private void breaks(TestClient client) {
    waiting.remove(client);
    client.connection().end(1006);
  }

  private void publish(int... payloads) {
    for (int payload : payloads) {
      log(new Event(STREAM, String.valueOf(payload)));
    }
  }

  private static Event named(String name, int payload) {
    return new Event(List.of(STREAM), name, String.valueOf(payload));
  }

  /** Commits events, of which both nodes hear. */
  private void log(Event... events) {
    for (Event event : events) {
      for (LogEvent entry : log.append(List.of(event))) {
        node.broadcasting.sequencers.offer(entry);
        other.broadcasting.sequencers.offer(entry);
      }
    }
  }

  /** Wants exactly these events since the last time. */
  private void expect(TestClient client, Integer... payloads) {
    List<Integer> all = waiting.get(client);
    all.addAll(heard(client));
    assertThat(all).containsExactly(payloads);
    all.clear();
  }

  /** What a client hears until it is quiet: a command may be followed by one more of its own. */
  private static List<Integer> heard(TestClient client) {
    List<String> frames = new ArrayList<>(client.framesUntilSettled());
    frames.addAll(client.framesUntilSettled());
    List<Integer> payloads = new ArrayList<>();
    for (String frame : frames) {
      Matcher data = DATA.matcher(frame);
      if (data.find()) {
        payloads.add(Integer.valueOf(data.group(1)));
      }
    }
    return payloads;
  }
}
