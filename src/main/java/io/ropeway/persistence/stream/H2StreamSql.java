package io.ropeway.persistence.stream;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
    Sql.batch(
        connection,
        ADVANCE,
        counts.entrySet(),
        count -> new Object[] {count.getValue(), count.getKey()});
    return byId(connection, counts.keySet());
  }

  private static boolean lock(Connection connection, long id, String name) throws SQLException {
    return Sql.query(connection, LOCK, row -> row.getString(1), id).contains(name);
  }

  @Override
  Map<String, Long> create(Connection connection, SortedSet<String> names) throws SQLException {
    Sql.batch(connection, CREATE, names, name -> new Object[] {name});
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
    Instant now = DatabaseClock.now(connection);
    Sql.batch(
        connection,
        INSERT,
        rows,
        row -> {
          LogEvent event = row.event();
          return new Object[] {
            event.streamId(),
            event.offset(),
            event.kind().code(),
            event.name(),
            event.payload(),
            event.exclusion().session(),
            event.exclusion().identity(),
            row.audience(),
            event.subject(),
            row.author(),
            now
          };
        });
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
