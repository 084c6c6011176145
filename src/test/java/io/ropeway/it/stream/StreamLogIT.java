package io.ropeway.it.stream;

import static io.ropeway.it.client.Frames.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import io.ropeway.persistence.WholeDatabase;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log on the shipped WAR: what is erased, what a restored backup forgets, who has to wait. */
class StreamLogIT {

  private static Database database;
  private static ServerProcess server;

  @RegisterExtension final CableClients cables = new CableClients(() -> server.uri());

  private final People people = new People(() -> server.uri());
  private final Person ada = people.signIn("ada");

  @BeforeAll
  static void start() {
    database = Database.create();
    server =
        ServerProcess.named("stream-log")
            .on(database)
            .demo()
            .setting("ropeway.streams.durable", "room:*")
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> placesOf(String text) {
    try (Connection connection = database.connect()) {
      return WholeDatabase.placesOf(connection, text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int say(Person who, String room, String text) {
    String made =
        who.request("POST", "/api/rooms/" + room + "/messages", object("text", text), 201);
    return Frames.parse(made).getInt("id");
  }

  private CableClient enter(Person who, String identifier) {
    CableClient client = cables.at("/cable?token=" + who.token()).open().forgivingUnread();
    client.send(Frames.subscribe(identifier));
    while (!Frames.type(client.next()).equals("confirm_subscription")) {
      // the room's state comes first
    }
    return client;
  }

  private static JsonObject event(CableClient client, String identifier, String name) {
    for (int i = 0; i < 50; i++) {
      JsonObject message = client.message(identifier).asJsonObject();
      if (message.getString("event").equals(name)) {
        return message.getJsonObject("data");
      }
    }
    throw new AssertionError("There were 50 other events than " + name);
  }

  @Test
  void leavesNoTraceOfADeletedMessage() {
    int message = say(ada, "general", "the heron flies at noon");
    assertThat(placesOf("the heron")).contains("message.body", "stream_event.payload");
    ada.request("DELETE", "/api/rooms/general/messages/" + message, JsonValue.NULL, 204);
    assertThat(placesOf("the heron")).isEmpty();
  }

  @Test
  void leavesNoTraceOfAnErasedUserAndEndsWhatTheUserOpened() {
    Person dan = people.signIn("dan");
    String identifier = Frames.identifier("ChatRoomChannel", "room", "general");
    CableClient listening = enter(ada, identifier);
    CableClient open = enter(dan, identifier);
    say(dan, "general", "the otter sleeps at night");
    assertThat(placesOf("Dan")).contains("app_user.name", "stream_event.payload");

    dan.request("DELETE", "/api/users/" + ada.id(), JsonValue.NULL, 403);
    dan.request("GET", "/api/audit", JsonValue.NULL, 403);
    ada.request("DELETE", "/api/users/" + dan.id(), JsonValue.NULL, 204);

    assertThat(placesOf("the otter")).isEmpty();
    assertThat(placesOf("Dan")).isEmpty();
    assertThat(placesOf("dan-demo")).isEmpty();
    assertThat(event(listening, identifier, "user.erased").getJsonObject("user").getString("name"))
        .isEqualTo("Anonymous");
    open.skipMessages().disconnected("unauthorized", false);
    dan.request("GET", "/api/me", JsonValue.NULL, 401);
    ada.request("DELETE", "/api/users/999999", JsonValue.NULL, 404);
    ada.request("DELETE", "/api/users/" + ada.id(), JsonValue.NULL, 409);
    JsonObject newest =
        Frames.parse(ada.get("/api/audit?limit=1")).getJsonArray("entries").getJsonObject(0);
    assertThat(newest.getString("action")).isEqualTo("user.erase");
    assertThat(newest.getString("actor")).isEqualTo("USER:" + ada.id());
    assertThat(newest.getString("subject")).isEqualTo("user:" + dan.id());
  }

  @Test
  void losesNoLaterEventAfterARestoredBackup() throws SQLException {
    ada.request(
        "POST",
        "/api/rooms",
        object("slug", "restored", "name", "Restored", "visibility", "public"),
        201);
    String identifier = Frames.identifier("ChatRoomChannel", "room", "restored");
    CableClient listening = enter(ada, identifier);
    for (int i = 1; i <= 5; i++) {
      say(ada, "restored", "before " + i);
      event(listening, identifier, "message.created");
    }
    forgetTheLastThree();
    for (int i = 1; i <= 3; i++) {
      say(ada, "restored", "after " + i);
      assertThat(event(listening, identifier, "message.created").getString("text"))
          .isEqualTo("after " + i);
    }
  }

  @Test
  void refusesForAWhileWhatWouldWaitTooLongForItsStream() throws SQLException {
    say(ada, "random", "before");
    JsonObject text = object("text", "while it is locked");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select 1 from stream_head h, room r where r.slug = 'random'"
              + " and h.name = 'room:' || r.id for update of h");
      assertThat(ada.request("POST", "/api/rooms/random/messages", text, 503))
          .contains("try again soon");
    }
    assertThat(placesOf("while it is locked")).isEmpty();
    say(ada, "random", "after");
  }

  /** As if a backup from before three messages had been restored, with the operator's command. */
  private static void forgetTheLastThree() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String id =
          "(select h.id from stream_head h, room r where r.slug = 'restored'"
              + " and h.name = 'room:' || r.id)";
      statement.execute("update stream_head set last_offset = last_offset - 3 where id = " + id);
      statement.execute(
          "delete from stream_event e using stream_head h where h.id = e.stream_id"
              + " and e.event_offset > h.last_offset and h.id = "
              + id);
      statement.execute("select ropeway_restored()");
      connection.commit();
    }
  }
}
