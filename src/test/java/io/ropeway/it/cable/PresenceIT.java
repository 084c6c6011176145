package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.command;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.perform;
import static io.ropeway.it.client.Frames.suite;

import io.ropeway.it.client.CableClient;
import jakarta.json.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each test has ids and a stream of its own, since who left counts for two more seconds. */
class PresenceIT extends ExtendedTest {

  private static final AtomicInteger IDS = new AtomicInteger(2024);

  private final String id = String.valueOf(IDS.getAndIncrement());
  private final String otherId = String.valueOf(IDS.getAndIncrement());

  @Test
  void beginsAndEndsByActions() {
    String channel = suite("PresenceChannel", "of", id);
    CableClient watcher = user("presence_perform", otherId).subscribe(channel);
    CableClient member = user("presence_perform", id).subscribe(channel);

    member.send(perform(channel, "follow", "name", "Vova"));
    presence(watcher, channel, joined(id, object("name", "Vova")));
    presence(member, channel, joined(id, object("name", "Vova")));
    member.send(perform(channel, "unfollow"));
    presence(watcher, channel, left(id));
    presence(member, channel, left(id));
  }

  @Test
  void beginsAndEndsByCommands() {
    String channel = suite("PresenceChannel", "of", id);
    CableClient watcher = user("presence_perform", otherId).subscribe(channel);
    CableClient member = user("presence_perform", id).subscribe(channel);

    member.send(command("join", channel, "presence", object("id", id, "info", 7)));
    presence(watcher, channel, joined(id, Json.createValue(7)));
    presence(member, channel, joined(id, Json.createValue(7)));
    member.send(command("leave", channel));
    presence(watcher, channel, left(id));
    presence(member, channel, left(id));
    member.send(command("join", channel, "presence", object("id", id)));
    presence(member, channel, object("type", "join", "id", id));
    presence(watcher, channel, object("type", "join", "id", id));
    member.send(command("join", channel, "presence", object("id", "another")));
    presence(member, channel, object("type", "error"));
  }

  @Test
  void comesWithASubscriptionAndEndsAfterTheConnection() {
    String first = suite("PresenceImplicitChannel", "name", "Jack", "of", id);
    String second = suite("PresenceImplicitChannel", "name", "Ian", "of", id);
    CableClient watcher = user("presence_subscribe", otherId).subscribe(first);
    presence(watcher, first, joined(otherId, object("name", "Jack")));

    CableClient member = user("presence_subscribe", id).subscribe(second);
    presence(member, second, joined(id, object("name", "Ian")));
    presence(watcher, first, joined(id, object("name", "Ian")));
    member.close();

    presence(watcher, first, left(id));
  }

  @Test
  void endsWithTheLastSessionOfAnId() {
    String channel = suite("PresenceExplicitChannel", "whois", "Ian", "of", id);
    String reversed = new StringBuilder(id).reverse().toString();
    String otherReversed = new StringBuilder(otherId).reverse().toString();
    CableClient watcher = user("presence_subscribe", otherId).subscribe(channel);
    presence(watcher, channel, joined(otherReversed, object("whois", "Ian")));
    CableClient one = user("presence_subscribe", id).subscribe(channel);
    presence(one, channel, joined(reversed, object("whois", "Ian")));
    presence(watcher, channel, joined(reversed, object("whois", "Ian")));

    CableClient other = user("presence_subscribe", id).subscribe(channel);
    watcher.silent();
    one.close();
    watcher.silent(Duration.ofSeconds(3));
    other.close();

    presence(watcher, channel, left(reversed));
  }

  @Test
  void isToldOnDemand() {
    String channel = suite("PresenceExplicitChannel", "whois", "Ian", "of", id);
    CableClient client = user("presence_subscribe", id).subscribe(channel);
    String reversed = new StringBuilder(id).reverse().toString();
    presence(client, channel, joined(reversed, object("whois", "Ian")));

    client.send(command("presence", channel, "data", object("return_records", false)));

    client.expect("presence").getJsonObject("message").getInt("total");
  }

  @Test
  void isNoNewsForPlainClients() {
    String channel = suite("PresenceChannel", "of", id);
    CableClient plain = cables.open().subscribe(channel);
    CableClient member = user("presence_perform", id).subscribe(channel);

    member.send(perform(channel, "follow", "name", "Vova"));

    presence(member, channel, joined(id, object("name", "Vova")));
    plain.silent();
  }
}
