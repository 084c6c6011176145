package io.ropeway.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A node's turn at changing the schema. Liquibase's own lock is a row in a table that it makes
 * first, so that two nodes which start at once on an empty database both make it, and one fails.
 * PostgreSQL's advisory lock needs no table and ends with its session, however that ends.
 *
 * <p>H2 is open to one process at a time and needs no turns.
 */
final class MigrationTurn implements AutoCloseable {

  /** "ropeway" in ASCII: ours among the advisory locks of a database that others may use too. */
  private static final long KEY = 0x726f7065776179L;

  private final Connection connection;
  private final boolean exclusive;

  private MigrationTurn(Connection connection, boolean exclusive) {
    this.connection = connection;
    this.exclusive = exclusive;
  }

  /**
   * Waits until no other node changes the schema. The lock is the session's, not a transaction's.
   */
  static MigrationTurn await(Connection connection) throws SQLException {
    boolean postgresql = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    if (postgresql) {
      String patience = ask(connection, "select current_setting('lock_timeout')");
      ask(connection, "select set_config('lock_timeout', '0', false)");
      ask(connection, "select pg_advisory_lock(" + KEY + ")");
      ask(connection, "select set_config('lock_timeout', '" + patience + "', false)");
    }
    return new MigrationTurn(connection, postgresql);
  }

  /** Whether nobody else can be at it, on any node. */
  boolean isExclusive() {
    return exclusive;
  }

  @Override
  public void close() throws SQLException {
    if (exclusive) {
      ask(connection, "select pg_advisory_unlock(" + KEY + ")");
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
