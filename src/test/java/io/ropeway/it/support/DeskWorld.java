package io.ropeway.it.support;

import io.ropeway.it.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    try (DeskRows rows = new DeskRows(database)) {
      account = account(rows, "Acme");
      boss = user(rows, account, "administrator");
      ann = user(rows, account, "agent");
      ben = user(rows, account, "agent");
      tim = user(rows, account, "agent");
      dot = user(rows, account, "agent");
      stranger = user(rows, account(rows, "Other"), "administrator");
      inbox =
          rows.write(
              "insert into inbox (account_id, name, channel_type, identifier, website_token,"
                  + " hmac_token, enable_auto_assignment, created_at, updated_at)"
                  + " values (?, 'Shop', 'Channel::Api', ?, ?, ?, false, now(), now())",
              account,
              inboxIdentifier,
              token(),
              token());
      member(rows, ann);
      member(rows, ben);
      team =
          rows.write(
              "insert into team (account_id, name, allow_auto_assign, created_at, updated_at)"
                  + " values (?, 'tier 2', false, now(), now())",
              account);
      rows.write(
          "insert into team_member (team_id, user_id, created_at) values (?, ?, now())",
          team,
          tim.id());
      visitor = visitor(rows, "Bo");
      neighbour = visitor(rows, "Eve");
    }
  }

  /** Has new conversations go by turns to who answers in the inbox and is there. */
  void assignsByItself() {
    try (DeskRows rows = new DeskRows(database)) {
      rows.write("update inbox set enable_auto_assignment = true where id = ?", inbox);
    }
  }

  private static long account(DeskRows rows, String name) {
    return rows.write("insert into account (name, created_at) values (?, now())", name);
  }

  private static User user(DeskRows rows, long accountId, String role) {
    String login = UUID.randomUUID() + "@example.com";
    String token = token();
    long id =
        rows.write(
            "insert into app_user (account_id, login, password_hash, name, role, created_at,"
                + " pubsub_token) values (?, ?, '-', ?, 'user', now(), ?)",
            accountId,
            login,
            role,
            token);
    rows.write(
        "insert into account_user (account_id, user_id, role, created_at)"
            + " values (?, ?, ?, now())",
        accountId,
        id,
        role);
    String access = token() + token().substring(0, 19);
    rows.write(
        "insert into access_token (user_id, token_hash, label, created_at, last_used_at,"
            + " expires_at) values (?, ?, 'IT', now(), now(), now() + interval '1 day')",
        id,
        hash(access));
    return new User(id, accountId, login, token, access);
  }

  private void member(DeskRows rows, User user) {
    rows.write(
        "insert into inbox_member (inbox_id, user_id, created_at) values (?, ?, now())",
        inbox,
        user.id());
  }

  private Visitor visitor(DeskRows rows, String name) {
    String source = UUID.randomUUID().toString();
    String token = token();
    long id =
        rows.write(
            "insert into contact (account_id, name, contact_type, created_at, updated_at)"
                + " values (?, ?, 'visitor', now(), now())",
            account,
            name);
    long session =
        rows.write(
            "insert into contact_inbox (contact_id, inbox_id, source_id, pubsub_token, created_at,"
                + " updated_at) values (?, ?, ?, ?, now(), now())",
            id,
            inbox,
            source,
            token);
    return new Visitor(id, account, session, source, token);
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
