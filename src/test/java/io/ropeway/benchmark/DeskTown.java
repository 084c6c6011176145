package io.ropeway.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An account with one inbox, many agents in it, contacts and their open conversations, put straight
 * into the database.
 */
final class DeskTown {
  static final int AGENTS = 200;
  static final int CONTACTS = 1_000;
  static final int OPEN = 5_000;

  static final String AGENT = "desk-agent-1";

  /** The demo's Ada's, whose hash all agents share. */
  static final String PASSWORD = "ada-demo";

  private static final String INBOX = "benchmark-inbox";

  private final Connection connection;
  private final long account;

  DeskTown(Connection connection) throws SQLException {
    this.connection = connection;
    this.account =
        number("insert into account (name, created_at) values ('Desk', now()) returning id");
    run("insert into account_counter (account_id) values (%d)", account);
    long inbox =
        number(
            "insert into inbox (account_id, name, channel_type, identifier, website_token,"
                + " hmac_token, enable_auto_assignment, created_at, updated_at) values (%d, 'Shop',"
                + " 'Channel::Api', '%s', 'benchmark-website', 'benchmark-hmac', false, now(),"
                + " now()) returning id",
            account, INBOX);
    run(
        "insert into app_user (account_id, login, password_hash, name, role, created_at,"
            + " pubsub_token) select %d, 'desk-agent-' || n, (select password_hash from app_user"
            + " where login = 'ada'), 'Agent ' || n, 'user', now(), 'desk-agent-' || n"
            + " from generate_series(1, %d) n",
        account, AGENTS);
    run(
        "insert into account_user (account_id, user_id, role, created_at)"
            + " select account_id, id, 'agent', now() from app_user where account_id = %d",
        account);
    run(
        "insert into inbox_member (inbox_id, user_id, created_at)"
            + " select %d, id, now() from app_user where account_id = %d",
        inbox, account);
    run(
        "insert into contact (account_id, name, created_at, updated_at)"
            + " select %d, 'Contact ' || n, now(), now() from generate_series(1, %d) n",
        account, CONTACTS);
    run(
        "insert into contact_inbox (contact_id, inbox_id, source_id, pubsub_token, created_at,"
            + " updated_at) select id, %d, 'source-' || row_number() over (order by id),"
            + " 'desk-contact-' || row_number() over (order by id), now(), now()"
            + " from contact where account_id = %d",
        inbox, account);
    converse(1, OPEN, "open");
  }

  /** Adds conversations, so many that each contact has as many as another. */
  void converse(int first, int last, String status) throws SQLException {
    run(
        "insert into conversation (account_id, display_id, uuid, inbox_id, contact_id,"
            + " contact_inbox_id, status, last_activity_at, created_at, updated_at)"
            + " select %d, n, gen_random_uuid(), x.inbox_id, x.contact_id, x.id, '%s',"
            + " now() - n * interval '1 second', now(), now() from generate_series(%d, %d) n"
            + " join contact_inbox x on x.pubsub_token = 'desk-contact-' || (n - 1) %% %d + 1",
        account, status, first, last, CONTACTS);
    run("analyze");
  }

  long account() {
    return account;
  }

  /** What agents subscribe to, as it stands inside a JSON string. */
  List<String> agents() throws SQLException {
    List<String> identifiers = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, pubsub_token from app_user where account_id = ? order by id")) {
      select.setLong(1, account);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          identifiers.add(
              Wire.escaped(
                  "{\"channel\":\"RoomChannel\",\"pubsub_token\":\"%s\",\"account_id\":%d,\"user_id\":%d}"
                      .formatted(rows.getString(2), account, rows.getLong(1))));
        }
      }
    }
    return identifiers;
  }

  /** What a contact subscribes to; contacts count from 1. */
  static String contact(int number) {
    return Wire.escaped(
        "{\"channel\":\"RoomChannel\",\"pubsub_token\":\"desk-contact-" + number + "\"}");
  }

  /** Where the contact of a conversation says something in it. */
  static String messagesOf(int conversation) {
    return "/public/api/v1/inboxes/%s/contacts/source-%d/conversations/%d/messages"
        .formatted(INBOX, (conversation - 1) % CONTACTS + 1, conversation);
  }

  private void run(String sql, Object... values) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(values));
    }
  }

  private long number(String sql, Object... values) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(values))) {
      row.next();
      return row.getLong(1);
    }
  }
}
