package io.ropeway.it.support;

import io.ropeway.it.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * An account of its own for one test, put straight into the database: an administrator, two agents
 * of an inbox, one of a team alone, one of neither, two contacts, and a stranger who administers
 * another account.
 */
final class DeskWorld {

  /**
   * A user with what a client of RoomChannel needs to know.
   *
   * @param access the token of the REST API
   */
  record User(long id, long accountId, String login, String token, String access) {}

  /**
   * A contact with the names that the public API calls it by.
   *
   * @param session the id of its contact inbox
   */
  record Visitor(long id, long accountId, long session, String sourceId, String token) {}

  final long account;
  final String inboxIdentifier = token();
  final long inbox;
  final User boss;
  final User ann;
  final User ben;
  final long team;
  final User tim;
  final User dot;
  final User stranger;
  final Visitor visitor;
  final Visitor neighbour;

  private final Database database;

  DeskWorld(Database database) {
    this.database = database;
    account = account("Acme");
    boss = user(account, "administrator");
    ann = user(account, "agent");
    ben = user(account, "agent");
    tim = user(account, "agent");
    dot = user(account, "agent");
    stranger = user(account("Other"), "administrator");
    inbox =
        write(
            "insert into inbox (account_id, name, channel_type, identifier, website_token,"
                + " hmac_token, enable_auto_assignment, created_at, updated_at)"
                + " values (?, 'Shop', 'Channel::Api', ?, ?, ?, false, now(), now())",
            account,
            inboxIdentifier,
            token(),
            token());
    member(ann);
    member(ben);
    team =
        write(
            "insert into team (account_id, name, allow_auto_assign, created_at, updated_at)"
                + " values (?, 'tier 2', false, now(), now())",
            account);
    write(
        "insert into team_member (team_id, user_id, created_at) values (?, ?, now())",
        team,
        tim.id());
    visitor = visitor("Bo");
    neighbour = visitor("Eve");
  }

  /** Has new conversations go by turns to who answers in the inbox and is there. */
  void assignsByItself() {
    write("update inbox set enable_auto_assignment = true where id = ?", inbox);
  }

  private long account(String name) {
    return write("insert into account (name, created_at) values (?, now())", name);
  }

  private User user(long accountId, String role) {
    String login = UUID.randomUUID() + "@example.com";
    String token = token();
    long id =
        write(
            "insert into app_user (account_id, login, password_hash, name, role, created_at,"
                + " pubsub_token) values (?, ?, '-', ?, 'user', now(), ?)",
            accountId,
            login,
            role,
            token);
    write(
        "insert into account_user (account_id, user_id, role, created_at)"
            + " values (?, ?, ?, now())",
        accountId,
        id,
        role);
    String access = token() + token().substring(0, 19);
    write(
        "insert into access_token (user_id, token_hash, label, created_at, last_used_at,"
            + " expires_at) values (?, ?, 'IT', now(), now(), now() + interval '1 day')",
        id,
        hash(access));
    return new User(id, accountId, login, token, access);
  }

  private void member(User user) {
    write(
        "insert into inbox_member (inbox_id, user_id, created_at) values (?, ?, now())",
        inbox,
        user.id());
  }

  private Visitor visitor(String name) {
    String source = UUID.randomUUID().toString();
    String token = token();
    long id =
        write(
            "insert into contact (account_id, name, contact_type, created_at, updated_at)"
                + " values (?, ?, 'visitor', now(), now())",
            account,
            name);
    long session =
        write(
            "insert into contact_inbox (contact_id, inbox_id, source_id, pubsub_token, created_at,"
                + " updated_at) values (?, ?, ?, ?, now(), now())",
            id,
            inbox,
            source,
            token);
    return new Visitor(id, account, session, source, token);
  }

  private long write(String sql, Object... values) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }
}
