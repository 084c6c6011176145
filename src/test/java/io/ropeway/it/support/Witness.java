package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClients;
import io.ropeway.it.support.DeskWorld.User;
import io.ropeway.it.support.DeskWorld.Visitor;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * Somebody who listens at the desk by one socket and remembers what was told, until a test has
 * accounted for it. What is told of the account, of notices and of threads comes by streams of
 * their own, in any order among each other, and so is remembered apart.
 */
final class Witness {

  static final String FENCE = "fence";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> UNREMEMBERED = Set.of("presence.update", FENCE);

  private final String name;
  private final DeskSocket socket;
  private final int streams;
  private final Map<Kind, List<String>> told = new HashMap<>();
  private final Map<String, JsonObject> last = new HashMap<>();
  private final List<JsonObject> messages = new ArrayList<>();

  private enum Kind {
    THREAD,
    NOTICE,
    ACCOUNT;

    static Kind of(String event) {
      if (event.startsWith("notification.") || event.equals("conversation.mentioned")) {
        return NOTICE;
      }
      return event.startsWith("contact.") || event.startsWith("account.") ? ACCOUNT : THREAD;
    }
  }

  private Witness(String name, DeskSocket socket, int streams) {
    this.name = name;
    this.socket = socket;
    this.streams = streams;
    for (Kind kind : Kind.values()) {
      told.put(kind, new ArrayList<>());
    }
  }

  /**
   * A user.
   *
   * @param streams how many streams the user follows
   */
  static Witness of(String name, CableClients node, User user, int streams) {
    String identifier = DeskSocket.room(user);
    return new Witness(name, new DeskSocket(node.open(), identifier).subscribe(), streams)
        .greeted();
  }

  /** A contact, who follows one stream. */
  static Witness of(String name, CableClients node, Visitor visitor) {
    String identifier = DeskSocket.room(visitor);
    return new Witness(name, new DeskSocket(node.open(), identifier).subscribe(), 1).greeted();
  }

  private Witness greeted() {
    await("presence.update", data -> true);
    return this;
  }

  /** Remembers all that comes until there was such an event. */
  void await(String event, Predicate<JsonObject> which) {
    Awaitility.await(name + " hears " + event)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              socket.client.drain().forEach(frame -> take(frame, 0, new HashSet<>()));
              return wasTold(event, which);
            });
  }

  /** Remembers all that comes until the server closes the socket; gives the code. */
  int awaitClose() {
    Awaitility.await(name + " is sent away").atMost(PATIENCE).until(() -> !socket.client.isOpen());
    socket.client.drain().forEach(frame -> take(frame, 0, new HashSet<>()));
    return socket.client.closeCode();
  }

  /** Whether there was such an event since the last that was forgotten. */
  boolean wasTold(String event, Predicate<JsonObject> which) {
    return messages.stream()
        .filter(message -> message.getString("event").equals(event))
        .anyMatch(message -> which.test(message.getJsonObject("data")));
  }

  /** Remembers all that comes until a fence has come by each stream. */
  void listenUpTo(long fence) {
    Set<String> passed = new HashSet<>();
    Awaitility.await(name + " hears " + streams + " fences")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              socket.client.drain().forEach(frame -> take(frame, fence, passed));
              return passed.size() == streams;
            });
  }

  private void take(JsonObject frame, long fence, Set<String> passed) {
    assertThat(frame).as(name).containsKey("message");
    JsonObject message = frame.getJsonObject("message");
    String event = message.getString("event");
    JsonObject data = message.getJsonObject("data");
    if (event.equals(FENCE) && data.getJsonNumber("number").longValue() == fence) {
      passed.add(data.getString("stream"));
    }
    messages.add(message);
    if (!UNREMEMBERED.contains(event)) {
      assertThat(data.get("account_id")).as(name + " " + message).isNotNull();
      told.get(Kind.of(event)).add(event);
      last.put(event, data);
    }
  }

  /** Was told exactly this of conversations, in this order. */
  Witness heard(String... events) {
    return accountFor(Kind.THREAD, events);
  }

  /** Was told exactly this that concerns nobody else. */
  Witness noticed(String... events) {
    return accountFor(Kind.NOTICE, events);
  }

  /** Was told exactly this of what everybody in the account is told. */
  Witness learnt(String... events) {
    return accountFor(Kind.ACCOUNT, events);
  }

  private Witness accountFor(Kind kind, String... events) {
    List<String> heard = told.get(kind);
    assertThat(heard).as(name).containsExactly(events);
    heard.clear();
    return this;
  }

  /** Was told nothing that nobody has accounted for. */
  void heardNothingElse() {
    told.forEach((kind, events) -> assertThat(events).as(name + ", " + kind).isEmpty());
  }

  /** Forgets what was told; the data of the last events stays. */
  void forget() {
    told.values().forEach(List::clear);
    messages.clear();
  }

  /** The data of the last event of this name. */
  JsonObject data(String event) {
    assertThat(last).as(name).containsKey(event);
    return last.get(event);
  }
}
