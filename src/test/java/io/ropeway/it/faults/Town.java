package io.ropeway.it.faults;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Rooms and people of their own for one crowd, stored without asking a server: each person has a
 * credential, and is a member of one public room.
 */
final class Town {

  private static final int TOKEN_CHARS = 43;

  private final Callable<Connection> database;
  private final String name;
  private final List<Long> rooms = new ArrayList<>();

  /**
   * @param name what makes its rooms and people others than those of other towns: lower-case
   */
  Town(Callable<Connection> database, String name) {
    this.database = database;
    this.name = name;
  }

  /** Stores that many rooms and people; person n is in room n modulo rooms. */
  Town build(int roomCount, int people) {
    try (Connection connection = database.call()) {
      connection.setAutoCommit(false);
      long account = id(connection, "select id from account order by id limit 1");
      for (int room = 0; room < roomCount; room++) {
        rooms.add(
            insert(
                connection,
                "insert into room (account_id, slug, name, visibility, created_at)"
                    + " values (?, ?, 'A room', 'public', clock_timestamp()) returning id",
                account,
                slug(room)));
      }
      for (int person = 0; person < people; person++) {
        settle(connection, account, person);
      }
      connection.commit();
      return this;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The room's slug. */
  String slug(int room) {
    return name + "-room-" + room;
  }

  String roomOf(int person) {
    return slug(person % rooms.size());
  }

  /** The room's own id. */
  long roomId(int room) {
    return rooms.get(room);
  }

  int rooms() {
    return rooms.size();
  }

  /** The person's credential. */
  String token(int person) {
    String start = name + "-" + person + "-";
    return start + "x".repeat(TOKEN_CHARS - start.length());
  }

  private void settle(Connection connection, long account, int person) throws SQLException {
    long user =
        insert(
            connection,
            "insert into app_user (account_id, login, password_hash, name, role, created_at)"
                + " values (?, ?, 'none', ?, 'user', clock_timestamp()) returning id",
            account,
            name + "-" + person,
            "Person " + person);
    insert(
        connection,
        "insert into access_token"
            + " (user_id, token_hash, label, created_at, last_used_at, expires_at)"
            + " values (?, ?, 'a test', clock_timestamp(), clock_timestamp(),"
            + " clock_timestamp() + interval '1 day') returning id",
        user,
        sha256(token(person)));
    insert(
        connection,
        "insert into room_member (room_id, user_id, role, joined_at)"
            + " values (?, ?, 'member', clock_timestamp()) returning room_id",
        rooms.get(person % rooms.size()),
        user);
  }

  private static long insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static long id(Connection connection, String sql) throws SQLException {
    return insert(connection, sql);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
