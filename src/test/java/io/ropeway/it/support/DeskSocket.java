package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.Frames;
import io.ropeway.it.support.DeskWorld.User;
import io.ropeway.it.support.DeskWorld.Visitor;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A client that listens at the desk by one subscription. */
final class DeskSocket {

  private static final int FRAMES_AT_MOST = 200;

  final CableClient client;
  final String identifier;
  private final List<String> heard = new ArrayList<>();

  DeskSocket(CableClient client, String identifier) {
    this.client = client.forgivingUnread();
    this.identifier = identifier;
  }

  static String room(User user) {
    return room(user.token(), user.accountId(), user.id());
  }

  static String room(String token, long account, long user) {
    return Frames.identifier(
        "RoomChannel", "pubsub_token", token, "account_id", account, "user_id", user);
  }

  static String room(Visitor visitor) {
    return Frames.identifier("RoomChannel", "pubsub_token", visitor.token());
  }

  /** Subscribes; the confirmation must come first. */
  DeskSocket subscribe() {
    client.send(Frames.subscribe(identifier)).confirmed(identifier);
    return this;
  }

  /** The next event of this name, whatever comes before it. */
  JsonObject event(String name) {
    for (int i = 0; i < FRAMES_AT_MOST; i++) {
      JsonObject message = client.message(identifier).asJsonObject();
      heard.add(message.getString("event"));
      if (message.getString("event").equals(name)) {
        return message;
      }
    }
    return fail("There were " + FRAMES_AT_MOST + " other events than " + name);
  }

  /** The data of the next event of this name. */
  JsonObject data(String name) {
    return event(name).getJsonObject("data");
  }

  /** The data of the next event of each name: those of different streams come in any order. */
  Map<String, JsonObject> each(String... names) {
    Map<String, JsonObject> found = new HashMap<>();
    for (int i = 0; i < FRAMES_AT_MOST && found.size() < names.length; i++) {
      JsonObject message = client.message(identifier).asJsonObject();
      String name = message.getString("event");
      heard.add(name);
      if (List.of(names).contains(name)) {
        found.putIfAbsent(name, message.getJsonObject("data"));
      }
    }
    assertThat(found).containsOnlyKeys(names);
    return found;
  }

  /** Nothing of these names has come so far. */
  void hasHeardNone(String... names) {
    client.drain().stream()
        .filter(frame -> frame.containsKey("message"))
        .forEach(frame -> heard.add(frame.getJsonObject("message").getString("event")));
    assertThat(heard).doesNotContain(names);
  }
}
