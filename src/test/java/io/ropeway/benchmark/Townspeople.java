package io.ropeway.benchmark;

import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Users and chat rooms, as many as there are publishers. */
final class Townspeople {
  /** Of the demo's Ada, all but the login. */
  private static final String COPY =
      "insert into app_user (account_id, login, password_hash, name, role, created_at)"
          + " select account_id, ?, password_hash, ?, 'user', created_at"
          + " from app_user where login = 'ada'";

  private static final String PASSWORD = "ada-demo";

  private final Target target;
  private final People people;

  Townspeople(Target target) {
    this.target = target;
    this.people = new People(() -> URI.create("http://localhost:" + target.port() + "/"));
  }

  /** Makes users, and signs them in. */
  List<Door> signIn(Connection database, int count) throws SQLException {
    try (PreparedStatement copy = database.prepareStatement(COPY)) {
      for (int i = 0; i < count; i++) {
        copy.setString(1, login(i));
        copy.setString(2, "Benchmark " + i);
        copy.addBatch();
      }
      copy.executeBatch();
    }
    return IntStream.range(0, count)
        .mapToObj(i -> new Door(target.address(), people.signIn(login(i), PASSWORD).token()))
        .toList();
  }

  /** Makes public rooms. */
  List<StreamRoom> rooms(int count) {
    People.Person ada = people.signIn("ada");
    return IntStream.range(0, count).mapToObj(i -> room(ada, "benchmark-" + i)).toList();
  }

  private static StreamRoom room(People.Person maker, String slug) {
    maker.request(
        "POST",
        "/api/rooms",
        Frames.object("slug", slug, "name", slug, "visibility", "public"),
        201);
    return StreamRoom.chat(slug);
  }

  private static String login(int number) {
    return "benchmark-" + number;
  }
}
