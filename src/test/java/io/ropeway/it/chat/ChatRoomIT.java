package io.ropeway.it.chat;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatRoomIT {

  @RegisterExtension final CableClients cables = new CableClients(() -> Servers.main().uri());

  private final People people = new People(() -> Servers.main().uri());
  private Person bob;
  private Person cyd;
  private ChatRoom room;

  @BeforeEach
  void open() {
    bob = people.signIn("bob");
    cyd = people.signIn("cyd");
    room = ChatRoom.madeBy(bob, "public", cables);
  }

  @Test
  void showsMembersAndTheLastMessagesBeforeTheConfirmation() {
    CableClient first = room.enter(bob);
    room.say(first, "One");
    room.say(first, "Two");
    CableClient second = room.connect(cyd).send(subscribe(room.identifier));
    JsonObject state = second.message(room.identifier).asJsonObject();
    assertThat(state.getString("event")).isEqualTo("room.state");
    JsonObject data = state.getJsonObject("data");
    assertThat(data.getJsonObject("room").getString("slug")).isEqualTo(room.slug);
    assertThat(data.getJsonArray("messages").getValuesAs(JsonObject.class))
        .extracting(message -> message.getString("text"))
        .containsExactly("One", "Two");
    assertThat(data.getJsonArray("members").getValuesAs(JsonObject.class))
        .allMatch(member -> member.getBoolean("online"))
        .extracting(member -> member.getString("name"))
        .containsExactly("Bob", "Cyd");
  }

  @Test
  void everybodyHearsWhatIsSaidOnTheCableAndByRest() {
    CableClient one = room.enter(bob);
    CableClient two = room.enter(cyd);
    JsonObject said = room.say(one, "From the cable");
    assertThat(room.event(two, "message.created")).isEqualTo(said);
    bob.request("POST", room.path("/messages"), object("text", "By REST"), 201);
    for (CableClient client : new CableClient[] {one, two}) {
      JsonObject heard = room.event(client, "message.created");
      assertThat(heard.getString("text")).isEqualTo("By REST");
      assertThat(heard.getInt("id")).isGreaterThan(said.getInt("id"));
    }
  }

  @Test
  void aRepeatIsStoredOnceAndAnsweredWithTheFirst() {
    CableClient one = room.enter(bob);
    CableClient two = room.enter(cyd);
    for (int i = 0; i < 3; i++) {
      one.perform(room.identifier, "speak", "text", "Once " + i, "clientMessageId", "a");
    }
    JsonObject first = room.event(one, "message.created");
    assertThat(first.getString("text")).isEqualTo("Once 0");
    assertThat(room.event(one, "message.created")).isEqualTo(first);
    assertThat(room.event(one, "message.created")).isEqualTo(first);
    room.say(one, "Last");
    assertThat(room.event(two, "message.created")).isEqualTo(first);
    assertThat(room.event(two, "message.created").getString("text")).isEqualTo("Last");
  }

  @Test
  void authorsEditAndDeleteTheirOwnAndNobodyElses() {
    CableClient author = room.enter(cyd);
    CableClient other = room.enter(people.signIn("dan"));
    int id = room.say(author, "Frist").getInt("id");
    other.perform(room.identifier, "edit", "messageId", id, "text", "Mine now");
    assertThat(room.event(other, "error").getString("action")).isEqualTo("edit");
    author.perform(room.identifier, "edit", "messageId", id, "text", "First");
    JsonObject edited = room.event(other, "message.updated");
    assertThat(edited.getString("text")).isEqualTo("First");
    assertThat(edited.getBoolean("edited")).isTrue();
    other.perform(room.identifier, "delete", "messageId", id);
    assertThat(room.event(other, "error").getString("action")).isEqualTo("delete");
    author.perform(room.identifier, "delete", "messageId", id);
    JsonObject deleted = room.event(other, "message.deleted");
    assertThat(deleted.getString("text")).isEmpty();
    assertThat(deleted.getBoolean("deleted")).isTrue();
  }

  @Test
  void theRoomsModeratorDeletesAnybodys() {
    CableClient author = room.enter(cyd);
    int id = room.say(author, "Spam").getInt("id");
    room.enter(bob).perform(room.identifier, "delete", "messageId", id);
    assertThat(room.event(author, "message.deleted").getInt("id")).isEqualTo(id);
  }

  @Test
  void refusesWhatMakesNoSenseWithASentence() {
    CableClient client = room.enter(bob);
    client.perform(room.identifier, "speak", "text", "", "clientMessageId", "empty");
    JsonObject problem = room.event(client, "error");
    assertThat(problem.getString("action")).isEqualTo("speak");
    assertThat(problem.getString("message")).isNotBlank();
    assertThat(problem.getString("clientMessageId")).isEqualTo("empty");
    client.perform(room.identifier, "speak", "text", object("an", "object"));
    client.perform(room.identifier, "history", "limit", 1000);
    client.perform(room.identifier, "dance");
    assertThat(room.event(client, "error").getString("action")).isEqualTo("speak");
    assertThat(room.event(client, "error").getString("action")).isEqualTo("history");
    assertThat(room.event(client, "error").getString("action")).isEqualTo("dance");
    assertThat(room.say(client, "Still here").getString("text")).isEqualTo("Still here");
  }

  @Test
  void typingEndsWithAMessageAndWithTheConnection() {
    CableClient typist = room.enter(bob);
    CableClient witness = room.enter(cyd);
    typist.perform(room.identifier, "typing", "typing", true);
    typist.perform(room.identifier, "typing", "typing", true);
    assertThat(room.event(witness, "typing.on").getJsonObject("user").getString("name"))
        .isEqualTo("Bob");
    room.say(typist, "Done");
    assertThat(witness.message(room.identifier).asJsonObject().getString("event"))
        .isEqualTo("typing.off");
    assertThat(witness.message(room.identifier).asJsonObject().getString("event"))
        .isEqualTo("message.created");
    typist.perform(room.identifier, "typing", "typing", true);
    room.event(witness, "typing.on");
    typist.vanish();
    room.event(witness, "typing.off");
  }

  @Test
  void readMarksReachTheOthersAndNeverGoBack() {
    CableClient reader = room.enter(cyd);
    CableClient writer = room.enter(bob);
    int first = room.say(writer, "One").getInt("id");
    int second = room.say(writer, "Two").getInt("id");
    reader.perform(room.identifier, "read", "messageId", second);
    reader.perform(room.identifier, "read", "messageId", first);
    assertThat(room.event(writer, "message.read").getInt("messageId")).isEqualTo(second);
    room.say(writer, "Three");
    assertThat(Frames.parse(cyd.get(room.path(""))).getInt("lastReadMessageId")).isEqualTo(second);
  }

  @Test
  void historyPagesBackAndForth() {
    CableClient client = room.enter(bob);
    int[] ids = new int[5];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = room.say(client, "Number " + i).getInt("id");
    }
    client.perform(room.identifier, "history", "before", ids[4], "limit", 2);
    JsonObject older = room.event(client, "history");
    assertThat(older.getJsonArray("messages").getValuesAs(JsonObject.class))
        .extracting(message -> message.getInt("id"))
        .containsExactly(ids[2], ids[3]);
    assertThat(older.getBoolean("hasMore")).isTrue();
    client.perform(room.identifier, "history", "after", ids[2]);
    JsonObject newer = room.event(client, "history");
    assertThat(newer.getJsonArray("messages").getValuesAs(JsonObject.class))
        .extracting(message -> message.getInt("id"))
        .containsExactly(ids[3], ids[4]);
    assertThat(newer.getBoolean("hasMore")).isFalse();
  }

  @Test
  void aMembersRoomIsClosedToStrangersAndToThoseWhoWereRemoved() {
    ChatRoom closed = ChatRoom.madeBy(bob, "members", cables);
    closed.connect(cyd).send(subscribe(closed.identifier)).rejected(closed.identifier);
    bob.request("PUT", closed.path("/members/" + cyd.id()), object(), 200);
    CableClient guest = closed.enter(cyd);
    CableClient host = closed.enter(bob);
    closed.say(host, "Welcome");
    closed.event(guest, "message.created");
    bob.request("DELETE", closed.path("/members/" + cyd.id()), JsonValue.NULL, 204);
    closed.say(host, "Gone?");
    JsonObject frame = guest.next();
    while (frame.containsKey("message")) {
      assertThat(frame.toString()).doesNotContain("Gone?");
      frame = guest.next();
    }
    assertThat(Frames.type(frame)).isEqualTo("reject_subscription");
    guest.send(subscribe(closed.identifier)).rejected(closed.identifier);
  }

  @Test
  void signingOutClosesWhatTheTokenOpened() {
    CableClient here = room.enter(bob);
    Person elsewhere = people.signIn("bob");
    CableClient there = room.enter(elsewhere);
    elsewhere.signOut();
    assertThat(there.closeCode()).isEqualTo(1000);
    assertThat(room.say(here, "Still signed in").getString("text")).isEqualTo("Still signed in");
  }
}
