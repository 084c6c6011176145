package io.ropeway.persistence.stream;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.persistence.DatabaseClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** H2, in this very process: statements cost little, and its clock is ours. */
final class H2StreamSql extends StreamSql {

  private static final String LOCK = "select name from stream_head where id = ? for update";
  private static final String ADVANCE =
      "update stream_head set last_offset = last_offset + ? where id = ?";
  private static final String CREATE =
      "insert into stream_head (name) values (?) on conflict do nothing";
  private static final String INSERT =
      "insert into stream_event (stream_id, event_offset, kind, name, payload, exclude_session,"
          + " exclude_identity, audience, subject, author, stored_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Override
  List<HeadRow> advance(
      Connection connection, SortedMap<Long, Integer> counts, Map<Long, String> names)
      throws SQLException {
    for (long id : counts.keySet()) {
      if (!lock(connection, id, String.valueOf(names.get(id)))) {
        return List.of();
      }
    }
    try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
      for (Map.Entry<Long, Integer> count : counts.entrySet()) {
        advance.setInt(1, count.getValue());
        advance.setLong(2, count.getKey());
        advance.addBatch();
      }
      advance.executeBatch();
    }
    return byId(connection, counts.keySet());
  }

  private static boolean lock(Connection connection, long id, String name) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setLong(1, id);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getString(1).equals(name);
      }
    }
  }

  @Override
  Map<String, Long> create(Connection connection, SortedSet<String> names) throws SQLException {
    try (PreparedStatement create = connection.prepareStatement(CREATE)) {
      for (String name : names) {
        create.setString(1, name);
        create.addBatch();
      }
      create.executeBatch();
    }
    Map<String, Long> ids = new HashMap<>();
    byName(connection, names).forEach((name, head) -> ids.put(name, head.id()));
    return ids;
  }

  @Override
  @Nullable HeadRow appendToOne(Connection connection, long id, String name, List<Event> events)
      throws SQLException {
    List<HeadRow> heads =
        advance(connection, new TreeMap<>(Map.of(id, events.size())), Map.of(id, name));
    if (heads.isEmpty()) {
      return null;
    }
    HeadRow head = heads.get(0);
    insert(connection, EventRow.of(head, events));
    return head;
  }

  @Override
  void insert(Connection connection, List<EventRow> rows) throws SQLException {
    OffsetDateTime now = DatabaseClock.now(connection).atOffset(ZoneOffset.UTC);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (EventRow row : rows) {
        LogEvent event = row.event();
        insert.setLong(1, event.streamId());
        insert.setLong(2, event.offset());
        insert.setInt(3, event.kind().code());
        insert.setString(4, event.name());
        insert.setString(5, event.payload());
        insert.setString(6, event.exclusion().session());
        insert.setString(7, event.exclusion().identity());
        insert.setString(8, row.audience());
        insert.setString(9, event.subject());
        insert.setString(10, row.author());
        insert.setObject(11, now);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  void beginSnapshot(Connection connection) {
    // There is no snapshot that outlives a statement: the head's lock stands in for it.
  }

  @Override
  HeadRow holdSnapshot(Connection connection, HeadRow head) throws SQLException {
    lock(connection, head.id(), head.name());
    return byId(connection, List.of(head.id())).get(0);
  }
}
