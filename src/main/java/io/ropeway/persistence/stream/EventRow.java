package io.ropeway.persistence.stream;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.LogEvent.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is to be stored.
 *
 * @param author the key of the identity whose words or name it carries, or null
 */
record EventRow(LogEvent event, @Nullable String author) {

  /** The entries of events that only one stream has, by its head after they were counted in. */
  static List<EventRow> of(HeadRow head, List<Event> events) {
    List<EventRow> rows = new ArrayList<>(events.size());
    long offset = head.offset() - events.size();
    for (Event event : events) {
      offset++;
      rows.add(of(head, event, offset, List.of(new Place(head.id(), offset))));
    }
    return rows;
  }

  /** The entry of an event at one of its places. */
  static EventRow of(HeadRow head, Event event, long offset, List<Place> places) {
    return new EventRow(
        new LogEvent(
            head.name(),
            head.id(),
            head.epoch(),
            offset,
            event.kind(),
            event.name(),
            event.payload(),
            event.exclusion(),
            places,
            event.subject()),
        event.author());
  }

  /** The audience as text, or null if this place is the only one. */
  @Nullable String audience() {
    return event.audience().size() == 1 ? null : text(event.audience());
  }

  static String text(List<Place> places) {
    return places.stream()
        .map(place -> place.streamId() + ":" + place.offset())
        .collect(Collectors.joining(","));
  }

  /** The places of a text, or the only place there is. */
  static List<Place> places(@Nullable String text, Place only) {
    return text == null
        ? List.of(only)
        : Arrays.stream(text.split(",", -1)).map(EventRow::place).toList();
  }

  private static Place place(String text) {
    int colon = text.indexOf(':');
    return new Place(
        Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }
}
