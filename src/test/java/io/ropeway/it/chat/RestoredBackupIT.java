package io.ropeway.it.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database that goes back to its backup while clients are connected. */
@TestInstance(Lifecycle.PER_CLASS)
class RestoredBackupIT {

  private final Database database = Database.create();
  private final ServerProcess server =
      ServerProcess.named("restored").withFixtures().on(database).start();

  @RegisterExtension final CableClients cables = new CableClients(server::uri);

  private final People people = new People(server::uri);

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void losesNothingThatIsSaidAfterTheDocumentedCommand() throws SQLException {
    Person ada = people.signIn("ada");
    Person dan = people.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    CableClient plain = room.enter(ada);
    CableClient extended = enterExtended(room, dan);
    say(room, ada, 1, 5);
    hears(room, plain, 1, 5);
    JsonObject before = hears(room, extended, 1, 5);

    backUp();
    say(room, ada, 6, 9);
    hears(room, plain, 6, 9);
    hears(room, extended, 6, 9);
    restore();
    run("select ropeway_restored()");
    say(room, ada, 10, 30);

    hears(room, plain, 10, 30);
    JsonObject after = hears(room, extended, 10, 30);
    assertThat(after.getString("epoch")).isNotEqualTo(before.getString("epoch"));
    assertThat(stored(room)).containsExactlyElementsOf(texts(1, 5, 10, 30));
    assertThat(askedForHistory(room, dan, before)).isEqualTo("reject_history");
    assertThat(askedForHistory(room, dan, after)).isEqualTo("confirm_history");
  }

  private CableClient enterExtended(ChatRoom room, Person person) {
    CableClient client =
        cables
            .at("/cable?token=" + person.token())
            .offering("actioncable-v1-ext-json")
            .open()
            .forgivingUnread()
            .send(Frames.subscribe(room.identifier));
    until(client, "confirm_subscription");
    return client;
  }

  private String askedForHistory(ChatRoom room, Person person, JsonObject position) {
    CableClient client = enterExtended(room, person);
    JsonObject streams =
        Frames.object(
            position.getString("stream_id"),
            Frames.object(
                "offset", position.getInt("offset"), "epoch", position.getString("epoch")));
    client.send(
        Frames.object(
                "command",
                "history",
                "identifier",
                room.identifier,
                "history",
                Frames.object("streams", streams))
            .toString());
    for (int i = 0; i < 100; i++) {
      String type = Frames.type(client.next());
      if (type.endsWith("_history")) {
        return type;
      }
    }
    throw new AssertionError("No answer");
  }

  private static void until(CableClient client, String type) {
    while (!Frames.type(client.next()).equals(type)) {
      // what comes before is of no interest here
    }
  }

  private static void say(ChatRoom room, Person person, int first, int last) {
    for (int i = first; i <= last; i++) {
      person.request("POST", room.path("/messages"), Frames.object("text", "text " + i), 201);
    }
  }

  /** The next messages must be these, each once; gives the last frame. */
  private static JsonObject hears(ChatRoom room, CableClient client, int first, int last) {
    int next = first;
    while (true) {
      JsonObject frame = client.next();
      JsonObject message = frame.getJsonObject("message");
      if (message == null || !message.getString("event").equals("message.created")) {
        continue;
      }
      assertThat(message.getJsonObject("data").getString("text")).isEqualTo("text " + next);
      if (next++ == last) {
        return frame;
      }
    }
  }

  private static List<String> texts(int... ranges) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < ranges.length; i += 2) {
      for (int n = ranges[i]; n <= ranges[i + 1]; n++) {
        texts.add("text " + n);
      }
    }
    return texts;
  }

  private List<String> stored(ChatRoom room) throws SQLException {
    return column(
        "select m.body from message m join room r on r.id = m.room_id where r.slug = '"
            + room.slug
            + "' order by m.id");
  }

  // What pg_dump and pg_restore do, without their programs: tables and the state of identities.

  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = 'public'"
          + " and table_type = 'BASE TABLE' and table_name not like 'databasechangelog%'";

  private void backUp() throws SQLException {
    run("create schema backup");
    for (String table : column(TABLES)) {
      run("create table backup." + table + " as table public." + table);
    }
  }

  private void restore() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set session_replication_role = replica"); // as a restore does: no checks
      List<String> tables = column(TABLES);
      for (String table : tables) {
        statement.execute("lock table public." + table);
        statement.execute("delete from public." + table);
        statement.execute(
            "insert into public." + table + " overriding system value table backup." + table);
      }
      for (String table : List.of("message", "stream_head")) {
        statement.execute(
            "select setval(pg_get_serial_sequence('"
                + table
                + "', 'id'), (select max(id) from "
                + table
                + "))");
      }
      connection.commit();
    }
  }

  private List<String> column(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
