package io.ropeway.persistence.stream;

import io.ropeway.broadcast.Event;
import io.ropeway.persistence.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The statements on heads and entries that differ between the databases. */
abstract sealed class StreamSql permits PostgresqlStreamSql, H2StreamSql {

  static final String SELECT_HEADS =
      "select " + HeadRow.COLUMNS + " from stream_head h cross join store s where ";

  /** The variant for the database behind a connection. */
  static StreamSql of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return product.equals("H2") ? new H2StreamSql() : new PostgresqlStreamSql();
  }

  /**
   * Locks heads by ascending id and counts events in.
   *
   * @param counts how many events by the stream's id
   * @param names what the streams of these ids are called
   * @return the heads afterwards; none if an id is another stream's by now, and then nothing is
   *     counted
   */
  abstract List<HeadRow> advance(
      Connection connection, SortedMap<Long, Integer> counts, Map<Long, String> names)
      throws SQLException;

  /**
   * Makes heads that are not there, in the order of their names, as everybody does.
   *
   * @return the ids of those that are there afterwards, at least of those that were made
   */
  abstract Map<String, Long> create(Connection connection, SortedSet<String> names)
      throws SQLException;

  /**
   * Counts events in and stores them, all of one stream and of no other, while the head is locked
   * for as short as can be.
   *
   * @return the head afterwards, or null if the id is another stream's by now; then nothing is done
   */
  abstract @Nullable HeadRow appendToOne(
      Connection connection, long id, String name, List<Event> events) throws SQLException;

  /** Stores entries, with the time at which they are stored. */
  abstract void insert(Connection connection, List<EventRow> rows) throws SQLException;

  /** Binds what everything afterwards reads in this transaction to the present. */
  abstract void beginSnapshot(Connection connection) throws SQLException;

  /** The head as it belongs to what is read afterwards. */
  abstract HeadRow holdSnapshot(Connection connection, HeadRow head) throws SQLException;

  /** The heads of these names that are there. */
  final Map<String, HeadRow> byName(Connection connection, Collection<String> names)
      throws SQLException {
    Map<String, HeadRow> found = new TreeMap<>();
    for (HeadRow row : heads(connection, "h.name = any(?)", "varchar", names.toArray())) {
      found.put(row.name(), row);
    }
    return found;
  }

  final List<HeadRow> byId(Connection connection, Collection<Long> ids) throws SQLException {
    return heads(connection, "h.id = any(?)", "bigint", ids.toArray());
  }

  private static List<HeadRow> heads(
      Connection connection, String where, String type, Object[] values) throws SQLException {
    return Sql.query(
        connection, SELECT_HEADS + where, HeadRow::read, connection.createArrayOf(type, values));
  }

  static List<HeadRow> rows(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<HeadRow> found = new ArrayList<>();
      while (rows.next()) {
        found.add(HeadRow.read(rows));
      }
      return found;
    }
  }
}
