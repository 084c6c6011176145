package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.TestStreamLog;
import io.ropeway.ledger.TestLedgers;
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

/** Clients of plain Action Cable, which state no positions, on two nodes with one database. */
abstract class UnpositionedClients {

  static final String STREAM = "durable";
  static final String ID = "{\"channel\":\"Following\"}";
  static final Identity ADA = TestSessions.user("1");

  @ChannelName(value = "Following", once = "created")
  static final class Following implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom(STREAM);
    }
  }

  private static final Pattern DATA = Pattern.compile("\"message\":(\\d+),\"stream_id\"");

  private final Map<TestClient, List<Integer>> waiting = new IdentityHashMap<>();
  final TestStreamLog log = new TestStreamLog();
  final TestLedgers ledgers = new TestLedgers();
  final TestNode node = node();
  final TestNode other = node();

  final TestNode node(String... changes) {
    return new TestNode(log, ledgers, changes).deploy(Following.class, Following::new);
  }

  @AfterEach
  void close() {
    node.close();
    other.close();
  }

  final TestClient follow(TestNode on) {
    return follow(on, ADA);
  }

  final TestClient follow(TestNode on, Identity who, String... headers) {
    TestClient client = ask(on, who, headers);
    client.expectConfirmation(ID);
    waiting.put(client, heard(client));
    on.settle();
    return client;
  }

  final TestClient ask(TestNode on, Identity who, String... headers) {
    TestClient client = on.connectWith(who, TestSessions.V1, headers);
    client.expect("{\"type\":\"welcome\"}");
    client.subscribe(ID);
    on.settle(); // what is asked of the ledger is asked before any time passes
    return client;
  }

  /** Lets time pass on all nodes, for commands take theirs, until a subscription is confirmed. */
  final void passUntilConfirmed(TestClient client) {
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
  final void prove() {
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

  final void breaks(TestClient client) {
    waiting.remove(client);
    client.connection().end(1006);
  }

  final void publish(int... payloads) {
    for (int payload : payloads) {
      log(new Event(STREAM, String.valueOf(payload)));
    }
  }

  static Event named(String name, int payload) {
    return new Event(List.of(STREAM), name, String.valueOf(payload));
  }

  /** Commits events, of which both nodes hear. */
  final void log(Event... events) {
    for (Event event : events) {
      for (LogEvent entry : log.append(List.of(event))) {
        node.broadcasting.sequencers.offer(entry);
        other.broadcasting.sequencers.offer(entry);
      }
    }
  }

  /** Wants exactly these events since the last time. */
  final void expect(TestClient client, Integer... payloads) {
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
