package io.ropeway.persistence.stream;

import io.ropeway.broadcast.StreamHead;
import io.ropeway.persistence.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Removes old entries. Each statement is a transaction of its own: first the floor moves, which
 * holds the head's lock for a moment, then entries below it go in small batches, which nobody waits
 * for. Two nodes at once do the same work twice and no harm.
 */
final class Trimming {

  /** The most entries that go at once. */
  private static final int BATCH = 1_000;

  /** The most streams that are looked at with one statement. */
  private static final int PAGE = 1_000;

  /** Streams that have too many, or a rest of an earlier trim that was cut short. */
  private static final String CANDIDATES =
      StreamSql.SELECT_HEADS
          + "h.id > ? and (h.last_offset - h.floor_offset >= ? or exists (select 1 from"
          + " stream_event e where e.stream_id = h.id and e.event_offset < h.floor_offset))"
          + " order by h.id limit ?";

  private static final String MOVE_FLOOR =
      "update stream_head set floor_offset = ? where id = ? and floor_offset < ?"
          + " and last_offset >= ?";
  private static final String LOWEST =
      "select min(event_offset) from stream_event where stream_id = ?";
  private static final String DELETE =
      "delete from stream_event where stream_id = ? and event_offset >= ? and event_offset < ?";

  private final Connection connection;

  Trimming(Connection connection) {
    this.connection = connection;
  }

  /**
   * Removes what is older than a time and beyond the newest of its stream.
   *
   * @return how many entries went
   */
  int trim(Instant before, int keepEvents) throws SQLException {
    int removed = 0;
    long last = 0;
    List<StreamHead> page = candidates(last, keepEvents);
    while (!page.isEmpty()) {
      for (StreamHead head : page) {
        removed += trim(head, before, keepEvents);
        last = head.id();
      }
      page = page.size() < PAGE ? List.of() : candidates(last, keepEvents);
    }
    return removed;
  }

  private List<StreamHead> candidates(long after, int keepEvents) throws SQLException {
    return Sql.query(
        connection, CANDIDATES, row -> HeadRow.read(row).head(), after, keepEvents, PAGE);
  }

  private int trim(StreamHead head, Instant before, int keepEvents) throws SQLException {
    long last = Math.min(head.offset() - keepEvents, Entries.lastBefore(connection, head, before));
    long floor = Math.max(head.floor(), last + 1);
    if (floor > head.floor()) {
      moveFloor(head.id(), floor);
    }
    int removed = 0;
    for (long lowest = lowest(head.id()); lowest < floor; lowest += BATCH) {
      removed += delete(head.id(), lowest, Math.min(floor, lowest + BATCH));
    }
    return removed;
  }

  private void moveFloor(long id, long floor) throws SQLException {
    Sql.update(connection, MOVE_FLOOR, floor, id, floor, floor - 1);
  }

  private long lowest(long id) throws SQLException {
    return Sql.query(connection, LOWEST, Trimming::lowest, id).get(0);
  }

  private static long lowest(ResultSet row) throws SQLException {
    long lowest = row.getLong(1);
    return row.wasNull() ? Long.MAX_VALUE - BATCH : lowest;
  }

  private int delete(long id, long from, long below) throws SQLException {
    return Sql.update(connection, DELETE, id, from, below);
  }
}
