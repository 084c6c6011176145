package io.ropeway.persistence.stream;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.LogEvent.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Gives events their offsets and stores them. */
final class Appending {

  private final StreamIds ids;

  Appending(StreamIds ids) {
    this.ids = ids;
  }

  List<LogEvent> append(Connection connection, StreamSql sql, List<Event> events)
      throws SQLException {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Event event : events) {
      event.audience().forEach(stream -> counts.merge(stream, 1, Integer::sum));
    }
    Map<String, HeadRow> heads = advance(connection, sql, counts);
    Map<String, Long> next = new HashMap<>();
    heads.forEach((name, head) -> next.put(name, head.offset() - counts.getOrDefault(name, 0)));
    List<LogEvent> stored = new ArrayList<>();
    List<EventRow> rows = new ArrayList<>();
    for (Event event : events) {
      for (LogEvent entry : entries(event, heads, next)) {
        stored.add(entry);
        rows.add(new EventRow(entry, event.author()));
      }
    }
    sql.insert(connection, rows);
    return stored;
  }

  private Map<String, HeadRow> advance(
      Connection connection, StreamSql sql, TreeMap<String, Integer> counts) throws SQLException {
    for (int attempt = 0; attempt < 2; attempt++) {
      TreeMap<Long, Integer> byId = new TreeMap<>();
      Map<Long, String> names = new HashMap<>();
      ids.of(connection, sql, counts.keySet())
          .forEach(
              (name, id) -> {
                byId.put(id, counts.get(name));
                names.put(id, name);
              });
      List<HeadRow> rows = sql.advance(connection, byId, names);
      if (rows.size() == counts.size()) {
        Map<String, HeadRow> heads = new HashMap<>();
        rows.forEach(row -> heads.put(row.name(), row));
        return heads;
      }
      ids.forget(); // a restored backup has other numbers
    }
    throw new IllegalStateException("The heads of " + counts.keySet() + " cannot be found");
  }

  private static List<LogEvent> entries(
      Event event, Map<String, HeadRow> heads, Map<String, Long> next) {
    List<Place> places = new ArrayList<>();
    for (String stream : event.audience()) {
      places.add(new Place(head(heads, stream).id(), next.merge(stream, 1L, Long::sum)));
    }
    List<LogEvent> entries = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      HeadRow head = head(heads, event.audience().get(i));
      entries.add(
          new LogEvent(
              head.name(),
              head.id(),
              head.epoch(),
              places.get(i).offset(),
              event.kind(),
              event.name(),
              event.payload(),
              event.exclusion(),
              places,
              event.subject()));
    }
    return entries;
  }

  private static HeadRow head(Map<String, HeadRow> heads, String stream) {
    return Objects.requireNonNull(heads.get(stream), stream);
  }
}
