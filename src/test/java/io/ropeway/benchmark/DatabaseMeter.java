package io.ropeway.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What PostgreSQL says, and the kernel about its processes; for one on this machine. */
final class DatabaseMeter implements AutoCloseable {
  private final Connection connection;

  DatabaseMeter(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** How it keeps what it is given, as the table says it. */
  String durability() throws SQLException {
    return "PostgreSQL %s, fsync %s, synchronous_commit %s"
        .formatted(show("server_version"), show("fsync"), show("synchronous_commit"));
  }

  /** Transactions so far; a session reports its own up to a second late. */
  long commits() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_clear_snapshot()");
      return Long.parseLong(
          one(
              statement,
              "select xact_commit from pg_stat_database where datname = current_database()"));
    }
  }

  /** CPU time so far of each process that is there now, in microseconds. */
  Map<Long, Long> cpu() throws SQLException {
    Map<Long, Long> micros = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pid from pg_stat_activity")) {
      while (rows.next()) {
        long pid = rows.getLong(1);
        if (ProcessHandle.of(pid).isPresent()) { // else it has just ended
          micros.put(pid, new ProcessMeter(pid).cpuMicros());
        }
      }
    }
    return micros;
  }

  /** CPU time since then, of the processes that are still there and of new ones. */
  long cpuMicrosSince(Map<Long, Long> before) throws SQLException {
    return cpu().entrySet().stream()
        .mapToLong(process -> process.getValue() - before.getOrDefault(process.getKey(), 0L))
        .sum();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private String show(String setting) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return one(statement, "show " + setting);
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
