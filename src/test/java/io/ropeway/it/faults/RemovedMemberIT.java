package io.ropeway.it.faults;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.BrokerProcess;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody at one node is removed from a room by way of the other, while no broker tells them. */
@Tag("faults")
class RemovedMemberIT {

  private static final int MESSAGES = 50;

  private final Cluster cluster = Cluster.shared();
  private final String slug = "closed-" + UUID.randomUUID();
  private final String room = identifier("ChatRoomChannel", "room", slug);

  @RegisterExtension final CableClients here = new CableClients(() -> address(0));
  @RegisterExtension final CableClients there = new CableClients(() -> address(1));

  @Test
  void hearsNothingOfWhatIsSaidAfterwards() {
    Person host = new People(() -> address(1)).signIn("bob");
    Person neighbour = new People(() -> address(0)).signIn("dan");
    Person removed = new People(() -> address(0)).signIn("cyd");
    host.request(
        "POST",
        "/api/rooms",
        object("slug", slug, "name", "A closed room", "visibility", "members"),
        201);
    host.request("PUT", path(neighbour), object(), 200);
    host.request("PUT", path(removed), object(), 200);
    CableClient theirs = enter(there, host);
    CableClient beside = enter(here, neighbour);
    CableClient victim = enter(here, removed);
    say(theirs, "Before");
    heard(victim, "Before");

    BrokerProcess broker = cluster.broker();
    long pid = broker.pid();
    broker.kill();
    try {
      Gone.isGone(pid, broker.port());
      host.request("DELETE", path(removed), JsonValue.NULL, 204);
      for (int i = 0; i < MESSAGES; i++) {
        say(theirs, "Secret, from the other node");
        say(beside, "Secret, from this node");
      }
      say(theirs, "The last");
      heard(beside, "The last");
    } finally {
      broker.start();
    }
    say(theirs, "Secret, with the broker");
    heard(beside, "Secret, with the broker");
    JsonObject frame = victim.next();
    while (frame.containsKey("message")) {
      assertThat(frame.toString()).doesNotContain("Secret");
      frame = victim.next();
    }
    assertThat(Frames.type(frame)).isEqualTo("reject_subscription");
    victim.silent();
    victim.send(subscribe(room)).rejected(room);
  }

  private URI address(int node) {
    return cluster.addresses().get(node);
  }

  private String path(Person member) {
    return "/api/rooms/" + slug + "/members/" + member.id();
  }

  private CableClient enter(CableClients clients, Person person) {
    CableClient client =
        clients.at("/cable?token=" + person.token()).open().forgivingUnread().send(subscribe(room));
    JsonObject frame = client.next();
    while (!Frames.type(frame).equals("confirm_subscription")) {
      frame = client.next();
    }
    return client;
  }

  private void say(CableClient client, String text) {
    client.perform(room, "speak", "text", text);
  }

  private static void heard(CableClient client, String text) {
    while (!client.next().toString().contains(text)) {
      // What was said before.
    }
  }
}
