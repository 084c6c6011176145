package io.ropeway.persistence.stream;

import io.ropeway.broadcast.EventKind;
import io.ropeway.broadcast.Exclusion;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.LogEvent.Place;
import io.ropeway.broadcast.StreamHead;
import io.ropeway.persistence.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds entries of a stream. */
final class Entries {

  private static final String READ =
      "select event_offset, kind, name, payload, exclude_session, exclude_identity, audience,"
          + " subject from stream_event where stream_id = ? and event_offset > ?"
          + " order by event_offset limit ?";
  private static final String TIME =
      "select stored_at from stream_event where stream_id = ? and event_offset = ?";

  private Entries() {}

  /** Entries that follow an offset without a gap. */
  static List<LogEvent> read(Connection connection, StreamHead head, long after, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setLong(1, head.id());
      select.setLong(2, after);
      select.setInt(3, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<LogEvent> found = new ArrayList<>();
        while (rows.next() && rows.getLong(1) == after + found.size() + 1) {
          found.add(entry(rows, head));
        }
        return found;
      }
    }
  }

  private static LogEvent entry(ResultSet row, StreamHead head) throws SQLException {
    long offset = row.getLong(1);
    return new LogEvent(
        head.stream(),
        head.id(),
        head.epoch(),
        offset,
        EventKind.of(row.getInt(2)),
        row.getString(3),
        row.getString(4),
        Exclusion.of(row.getString(5), row.getString(6)),
        EventRow.places(row.getString(7), new Place(head.id(), offset)),
        row.getString(8));
  }

  /**
   * The last offset whose entry was stored before a time. Times grow with the offsets, so that it
   * is found by halving, without an index of times. What was trimmed away was stored before.
   */
  static long lastBefore(Connection connection, StreamHead head, Instant time) throws SQLException {
    long before = head.floor() - 1;
    long last = head.offset();
    while (before < last) {
      long middle = before + (last - before + 1) / 2;
      if (isStoredBefore(connection, head.id(), middle, time)) {
        before = middle;
      } else {
        last = middle - 1;
      }
    }
    return before;
  }

  private static boolean isStoredBefore(
      Connection connection, long streamId, long offset, Instant time) throws SQLException {
    return Sql.query(connection, TIME, row -> Sql.instant(row, "stored_at"), streamId, offset)
        .stream()
        .allMatch(stored -> stored.isBefore(time));
  }
}
