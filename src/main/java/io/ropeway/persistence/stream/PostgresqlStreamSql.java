package io.ropeway.persistence.stream;

import io.ropeway.broadcast.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: arrays make one statement of many rows. */
final class PostgresqlStreamSql extends StreamSql {

  /** The update takes locks in any order, so that more than one are taken before. */
  private static final String LOCK =
      "select id, name from stream_head where id = any(?) order by id for update";

  private static final String CREATE =
      "insert into stream_head (name) select n from unnest(?::varchar[]) as n"
          + " on conflict do nothing returning id, name";

  private static final String ADVANCE =
      "update stream_head h set last_offset = h.last_offset + d.n"
          + " from unnest(?::bigint[], ?::int[], ?::varchar[]) as d(id, n, name), store s"
          + " where h.id = d.id and h.name = d.name returning "
          + HeadRow.COLUMNS;

  private static final String INSERT =
      "insert into stream_event (stream_id, event_offset, kind, name, payload, exclude_session,"
          + " exclude_identity, audience, subject, author, stored_at)"
          + " select e.*, clock_timestamp() from unnest(?::bigint[], ?::bigint[], ?::smallint[],"
          + " ?::varchar[], ?::text[], ?::varchar[], ?::varchar[], ?::text[], ?::varchar[],"
          + " ?::varchar[]) as e";

  /** The head is locked from here to the commit, so that all is done in one way to the server. */
  private static final String APPEND_TO_ONE =
      "with h as (update stream_head set last_offset = last_offset + ? where id = ? and name = ?"
          + " returning *), e as (insert into stream_event (stream_id, event_offset, kind, name,"
          + " payload, exclude_session, exclude_identity, subject, author, stored_at)"
          + " select h.id, h.last_offset - ? + u.n, u.kind, u.name, u.payload, u.session,"
          + " u.identity, u.subject, u.author, clock_timestamp() from h, unnest(?::smallint[],"
          + " ?::varchar[], ?::text[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[])"
          + " with ordinality as u(kind, name, payload, session, identity, subject, author, n))"
          + " select "
          + HeadRow.COLUMNS
          + " from h cross join store s";

  @Override
  @Nullable HeadRow appendToOne(Connection connection, long id, String name, List<Event> events)
      throws SQLException {
    try (PreparedStatement append = connection.prepareStatement(APPEND_TO_ONE)) {
      append.setInt(1, events.size());
      append.setLong(2, id);
      append.setString(3, name);
      append.setInt(4, events.size());
      Columns<Event> columns = new Columns<>(connection, append, events);
      columns.set(5, "smallint", event -> (short) event.kind().code());
      columns.set(6, "varchar", Event::name);
      columns.set(7, "text", Event::payload);
      columns.set(8, "varchar", event -> event.exclusion().session());
      columns.set(9, "varchar", event -> event.exclusion().identity());
      columns.set(10, "varchar", Event::subject);
      columns.set(11, "varchar", Event::author);
      List<HeadRow> rows = rows(append);
      return rows.isEmpty() ? null : rows.get(0);
    }
  }

  @Override
  List<HeadRow> advance(
      Connection connection, SortedMap<Long, Integer> counts, Map<Long, String> names)
      throws SQLException {
    Object[] ids = counts.keySet().toArray();
    if (ids.length > 1 && !lock(connection, ids).equals(names)) {
      return List.of();
    }
    try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
      advance.setArray(1, connection.createArrayOf("bigint", ids));
      advance.setArray(2, connection.createArrayOf("int", counts.values().toArray()));
      advance.setArray(
          3,
          connection.createArrayOf("varchar", counts.keySet().stream().map(names::get).toArray()));
      return rows(advance);
    }
  }

  private static Map<Long, String> lock(Connection connection, Object[] ids) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, connection.createArrayOf("bigint", ids));
      return names(lock);
    }
  }

  @Override
  Map<String, Long> create(Connection connection, SortedSet<String> names) throws SQLException {
    try (PreparedStatement create = connection.prepareStatement(CREATE)) {
      create.setArray(1, connection.createArrayOf("varchar", names.toArray()));
      Map<String, Long> ids = new HashMap<>();
      names(create).forEach((id, name) -> ids.put(name, id));
      return ids;
    }
  }

  /** What heads are called, by id. */
  private static Map<Long, String> names(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      Map<Long, String> found = new HashMap<>();
      while (rows.next()) {
        found.put(rows.getLong(1), rows.getString(2));
      }
      return found;
    }
  }

  @Override
  void insert(Connection connection, List<EventRow> rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      Columns<EventRow> columns = new Columns<>(connection, insert, rows);
      columns.set(1, "bigint", row -> row.event().streamId());
      columns.set(2, "bigint", row -> row.event().offset());
      columns.set(3, "smallint", row -> (short) row.event().kind().code());
      columns.set(4, "varchar", row -> row.event().name());
      columns.set(5, "text", row -> row.event().payload());
      columns.set(6, "varchar", row -> row.event().exclusion().session());
      columns.set(7, "varchar", row -> row.event().exclusion().identity());
      columns.set(8, "text", EventRow::audience);
      columns.set(9, "varchar", row -> row.event().subject());
      columns.set(10, "varchar", EventRow::author);
      insert.executeUpdate();
    }
  }

  @Override
  void beginSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read");
    }
  }

  @Override
  HeadRow holdSnapshot(Connection connection, HeadRow head) {
    return head; // which was read in the snapshot
  }

  /** Parameters that are arrays, with one element a row. */
  private record Columns<T>(Connection connection, PreparedStatement statement, List<T> rows) {

    void set(int index, String type, Function<T, @Nullable Object> value) throws SQLException {
      Object[] values = new Object[rows.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(rows.get(i));
      }
      statement.setArray(index, connection.createArrayOf(type, values));
    }
  }
}
