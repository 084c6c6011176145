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
import java.util.Set;
import java.util.TreeMap;

/** Gives events their offsets and stores them. */
final class Appending {

  private final StreamIds ids;

  Appending(StreamIds ids) {
    this.ids = ids;
  }

  List<LogEvent> append(Connection connection, StreamSql sql, List<Event> events)
      throws SQLException {
    String first = events.get(0).stream();
    boolean one = events.stream().allMatch(event -> event.audience().equals(List.of(first)));
    List<EventRow> rows =
        one ? toOne(connection, sql, first, events) : toSeveral(connection, sql, events);
    return rows.stream().map(EventRow::event).toList();
  }

  private List<EventRow> toOne(
      Connection connection, StreamSql sql, String stream, List<Event> events) throws SQLException {
    for (int attempt = 0; attempt < 2; attempt++) {
      long id = ids.of(connection, sql, Set.of(stream)).getOrDefault(stream, 0L);
      HeadRow head = sql.appendToOne(connection, id, stream, events);
      if (head != null) {
        return EventRow.of(head, events);
      }
      ids.forget(); // a restored backup has other numbers
    }
    throw new IllegalStateException("The head of " + stream + " cannot be found");
  }

  private List<EventRow> toSeveral(Connection connection, StreamSql sql, List<Event> events)
      throws SQLException {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Event event : events) {
      event.audience().forEach(stream -> counts.merge(stream, 1, Integer::sum));
    }
    Map<String, HeadRow> heads = advance(connection, sql, counts);
    Map<String, Long> next = new HashMap<>();
    heads.forEach((name, head) -> next.put(name, head.offset() - counts.getOrDefault(name, 0)));
    List<EventRow> rows = new ArrayList<>();
    for (Event event : events) {
      rows.addAll(rows(event, heads, next));
    }
    sql.insert(connection, rows);
    return rows;
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

  private static List<EventRow> rows(
      Event event, Map<String, HeadRow> heads, Map<String, Long> next) {
    List<Place> places = new ArrayList<>();
    for (String stream : event.audience()) {
      places.add(new Place(head(heads, stream).id(), next.merge(stream, 1L, Long::sum)));
    }
    List<EventRow> rows = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      HeadRow head = head(heads, event.audience().get(i));
      rows.add(EventRow.of(head, event, places.get(i).offset(), places));
    }
    return rows;
  }

  private static HeadRow head(Map<String, HeadRow> heads, String stream) {
    return Objects.requireNonNull(heads.get(stream), stream);
  }
}
