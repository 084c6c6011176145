package io.ropeway.it.cluster;

import static io.ropeway.it.client.Frames.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.chat.ChatRoom;
import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever a client of one node sees, a client of the other sees, with and without the bus. */
class ClusterIT {

  private static final String TRANSIENT = Frames.suite("StreamsWithManyClientsChannel");

  private final TwoNodes nodes = TwoNodes.shared();
  @RegisterExtension final CableClients here = new CableClients(this::uriHere);
  @RegisterExtension final CableClients there = new CableClients(this::uriThere);
  private final People peopleHere = new People(this::uriHere);
  private final People peopleThere = new People(this::uriThere);
  private final Backend backend = new Backend(this::uriHere, "demo");

  private URI uriHere() {
    return nodes.here.uri();
  }

  private URI uriThere() {
    return nodes.there.uri();
  }

  @Test
  void whatIsSaidOnEitherNodeIsHeardOnBothInOneOrder() {
    Person ada = peopleHere.signIn("ada");
    ChatRoom room = ChatRoom.madeBy(ada, "public", here);
    CableClient first = room.enter(ada);
    CableClient second = ChatRoom.connect(peopleThere.signIn("dan"), there);
    room.comeIn(second);

    for (int i = 0; i < 20; i++) {
      first.perform(room.identifier, "speak", "text", "here " + i);
      second.perform(room.identifier, "speak", "text", "there " + i);
    }

    List<String> heardHere = texts(room, first, 40);
    assertThat(texts(room, second, 40)).isEqualTo(heardHere);
    assertThat(heardHere.stream().filter(text -> text.startsWith("here")))
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "here " + i).toList());
  }

  @Test
  void transientBroadcastsAreHeardOnTheOtherNodeInTheirOrder() {
    CableClient client = there.at("/cable").open();
    client.send(Frames.subscribe(TRANSIENT)).confirmed(TRANSIENT);

    for (int i = 0; i < 100; i++) {
      backend.broadcast("a", i);
    }

    for (int i = 0; i < 100; i++) {
      client.hears(TRANSIENT, i);
    }
  }

  @Test
  void comingAndGoingIsToldOnceHoweverManyNodesSomebodyIsOn() {
    Person ada = peopleHere.signIn("ada");
    Person dan = peopleHere.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "public", here);
    dan.request("PUT", room.path("/members/" + dan.id()), object(), 200);
    CableClient witness = room.enter(ada);
    CableClient one = ChatRoom.connect(dan, there);
    room.comeIn(one);
    assertThat(movement(room, witness, "member.joined", dan)).isTrue();
    assertThat(room.comeIn(ChatRoom.connect(ada, there)).getJsonArray("members"))
        .as("as seen by the other node")
        .allMatch(member -> member.asJsonObject().getBoolean("online"));

    CableClient two = room.enter(dan);
    two.leave();
    one.send(Frames.unsubscribe(room.identifier));

    assertThat(movement(room, witness, "member.left", dan)).isFalse();
    witness.silent(Duration.ofSeconds(1));
  }

  @Test
  void whoTypesOnOneNodeIsSeenTypingOnTheOther() {
    Person ada = peopleHere.signIn("ada");
    Person dan = peopleThere.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "public", here);
    CableClient typist = room.enter(ada);
    CableClient witness = ChatRoom.connect(dan, there);
    room.comeIn(witness);

    typist.perform(room.identifier, "typing", "typing", true);
    assertThat(room.event(witness, "typing.on").getJsonObject("user").getInt("id"))
        .isEqualTo(ada.id());
    JsonObject state = room.comeIn(ChatRoom.connect(dan, there));
    assertThat(state.getJsonArray("typing")).hasSize(1);

    typist.perform(room.identifier, "typing", "typing", false);
    room.event(witness, "typing.off");
    assertThat(room.comeIn(ChatRoom.connect(dan, there)).getJsonArray("typing")).isEmpty();
  }

  @Test
  void connectionsAreClosedFromAnyNode() {
    CableClient client = there.at("/cable?test=uid&uid=26").open();

    backend.disconnect(object("uid", "26"), true);

    client.disconnected("remote", true).closed(1000);
  }

  @Test
  void aTokenThatIsRevokedOnOneNodeEndsWhatItOpenedOnTheOther() {
    Person dan = peopleHere.signIn("dan");
    CableClient client = ChatRoom.connect(dan, there);

    dan.signOut();

    client.disconnected("unauthorized", false).closed(1000);
  }

  @Test
  void aMemberWhoIsRemovedWhileTheBrokerIsAwayHearsNothingMore() {
    Person ada = peopleHere.signIn("ada");
    Person dan = peopleThere.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "members", here);
    ada.request("PUT", room.path("/members/" + dan.id()), object(), 200);
    CableClient speaker = room.enter(ada);
    CableClient removed = ChatRoom.connect(dan, there);
    room.comeIn(removed);
    nodes.broker.kill();
    try {
      ada.request("DELETE", room.path("/members/" + dan.id()), JsonValue.NULL, 204);
      room.say(speaker, "without dan");

      removed.skipMessages().rejected(room.identifier);
      removed.silent(Duration.ofSeconds(2));
    } finally {
      nodes.broker.start();
    }
  }

  @Test
  void whileTheBrokerIsAwayTheLogCarriesWhatIsSaidAndItsReturnIsNoticed() {
    Person ada = peopleHere.signIn("ada");
    Person dan = peopleThere.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "public", here);
    CableClient first = room.enter(ada);
    CableClient second = ChatRoom.connect(dan, there);
    room.comeIn(second);
    CableClient passing = there.at("/cable").open().forgivingUnread();
    passing.send(Frames.subscribe(TRANSIENT)).confirmed(TRANSIENT);
    nodes.broker.kill();
    try {
      List<String> said = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        said.add(room.say(first, "away " + i).getString("text"));
      }
      assertThat(texts(room, second, 5)).isEqualTo(said);
    } finally {
      nodes.broker.start();
    }
    passing.drain();
    Awaitility.await("the nodes hear each other")
        .atMost(Duration.ofSeconds(3))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              backend.broadcast("a", "\"back\"");
              return !passing.drain().isEmpty();
            });
  }

  @Test
  void administratorsSeeBothNodesAndWhatTheyCounted() {
    Person ada = peopleHere.signIn("ada");

    String nodesSeen = ada.get("/api/nodes");

    assertThat(nodesSeen).contains("\"id\":\"here\"", "\"id\":\"there\"", "\"bus_sent\":");
    peopleHere.signIn("dan").request("GET", "/api/nodes", JsonValue.NULL, 403);
  }

  @Test
  void aNodeThatDiedIsClearedUpAfter() {
    Person ada = peopleHere.signIn("ada");
    Person dan = peopleThere.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "public", here);
    CableClient witness = room.enter(ada);
    room.comeIn(ChatRoom.connect(dan, there).forgivingUnread());
    while (!movement(room, witness, "member.joined", dan)) {
      // a member first, and then online
    }
    witness.drain();

    nodes.there.kill();
    try {
      Awaitility.await("the leases of the dead node to end")
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  witness.drain().stream()
                      .anyMatch(frame -> frame.toString().contains("\"member.left\"")));
    } finally {
      nodes.there.start();
    }
  }

  /** Whether somebody is online after the next such movement of theirs. */
  private static boolean movement(ChatRoom room, CableClient witness, String name, Person who) {
    for (int i = 0; i < 10; i++) {
      JsonObject data = room.event(witness, name);
      if (data.getJsonObject("user").getInt("id") == who.id()) {
        return data.getBoolean("online");
      }
    }
    throw new AssertionError("Nothing of " + who.id());
  }

  private static List<String> texts(ChatRoom room, CableClient client, int count) {
    List<String> texts = new ArrayList<>();
    while (texts.size() < count) {
      texts.add(room.event(client, "message.created").getString("text"));
    }
    return texts;
  }
}
