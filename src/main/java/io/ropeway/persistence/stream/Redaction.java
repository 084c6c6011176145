package io.ropeway.persistence.stream;

import io.ropeway.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Replaces payloads of entries, which keep their places. */
final class Redaction {

  private static final int PAGE = 500;

  private static final String NAMES = "select distinct name from stream_event where subject = ?";
  private static final String STREAMS =
      "select distinct stream_id from stream_event where subject = ?";
  private static final String BY_NAME =
      "update stream_event set payload = ? where subject = ? and name = ?";
  private static final String OF_AUTHOR =
      "select stream_id, event_offset, name, payload from stream_event where author = ?"
          + " and (stream_id > ? or stream_id = ? and event_offset > ?)"
          + " order by stream_id, event_offset limit "
          + PAGE;
  private static final String ONE =
      "update stream_event set payload = ? where stream_id = ? and event_offset = ?";

  private final Connection connection;

  Redaction(Connection connection) {
    this.connection = connection;
  }

  /** An entry's place with what it says. */
  private record Said(long streamId, long offset, String name, String payload) {}

  /** Returns the numbers of the streams that had any. */
  Set<Long> subject(String subject, UnaryOperator<String> payload) throws SQLException {
    for (String name : Sql.query(connection, NAMES, row -> row.getString(1), subject)) {
      Sql.update(connection, BY_NAME, payload.apply(name), subject, name);
    }
    return new HashSet<>(Sql.query(connection, STREAMS, row -> row.getLong(1), subject));
  }

  /** Returns the numbers of the streams that had any. */
  Set<Long> author(String author, BinaryOperator<String> payload) throws SQLException {
    Set<Long> streams = new HashSet<>();
    List<Said> page = page(author, new Said(0, 0, "", ""));
    while (!page.isEmpty()) {
      Sql.batch(
          connection,
          ONE,
          page,
          said ->
              new Object[] {payload.apply(said.name, said.payload), said.streamId, said.offset});
      page.forEach(said -> streams.add(said.streamId));
      page = page(author, page.get(page.size() - 1));
    }
    return streams;
  }

  private List<Said> page(String author, Said after) throws SQLException {
    return Sql.query(
        connection,
        OF_AUTHOR,
        row -> new Said(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)),
        author,
        after.streamId,
        after.streamId,
        after.offset);
  }
}
