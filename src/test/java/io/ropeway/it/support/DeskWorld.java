package io.ropeway.it.support;

import io.ropeway.it.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An account of its own for one test, put straight into the database: an administrator, two agents
 * of an inbox, one of no inbox, a contact, and a stranger who administers another account.
 */
final class DeskWorld {

  /** A user with what a client of RoomChannel needs to know. */
  record User(long id, long accountId, String login, String token) {}

  /** A contact with the names that the public API calls it by. */
  record Visitor(long id, long accountId, String sourceId, String token) {}

  final long account;
  final String inboxIdentifier = token();
  final long inbox;
  final User boss;
  final User ann;
  final User ben;
  final User dot;
  final User stranger;
  final Visitor visitor;

  private final Database database;

  DeskWorld(Database database) {
    this.database = database;
    account = account("Acme");
    boss = user(account, "administrator");
    ann = user(account, "agent");
    ben = user(account, "agent");
    dot = user(account, "agent");
    stranger = user(account("Other"), "administrator");
    inbox =
        insert(
            "insert into inbox (account_id, name, channel_type, identifier, website_token,"
                + " hmac_token, enable_auto_assignment, created_at, updated_at)"
                + " values (?, 'Shop', 'Channel::Api', ?, ?, ?, false, now(), now())",
            account,
            inboxIdentifier,
            token(),
            token());
    member(ann);
    member(ben);
    visitor = visitor();
  }

  private long account(String name) {
    return insert("insert into account (name, created_at) values (?, now())", name);
  }

  private User user(long accountId, String role) {
    String login = UUID.randomUUID() + "@example.com";
    String token = token();
    long id =
        insert(
            "insert into app_user (account_id, login, password_hash, name, role, created_at,"
                + " pubsub_token) values (?, ?, '-', ?, 'user', now(), ?)",
            accountId,
            login,
            role,
            token);
    insert(
        "insert into account_user (account_id, user_id, role, created_at)"
            + " values (?, ?, ?, now())",
        accountId,
        id,
        role);
    return new User(id, accountId, login, token);
  }

  private void member(User user) {
    insert(
        "insert into inbox_member (inbox_id, user_id, created_at) values (?, ?, now())",
        inbox,
        user.id());
  }

  private Visitor visitor() {
    String source = UUID.randomUUID().toString();
    String token = token();
    long id =
        insert(
            "insert into contact (account_id, name, contact_type, created_at, updated_at)"
                + " values (?, 'Bo', 'visitor', now(), now())",
            account);
    insert(
        "insert into contact_inbox (contact_id, inbox_id, source_id, pubsub_token, created_at,"
            + " updated_at) values (?, ?, ?, ?, now(), now())",
        id,
        inbox,
        source,
        token);
    return new Visitor(id, account, source, token);
  }

  private long insert(String sql, Object... values) {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(sql, new String[] {"id"})) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }
}
