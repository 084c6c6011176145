package io.ropeway.messaging;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.EventKind;
import io.ropeway.broadcast.Exclusion;
import io.ropeway.broadcast.LogEvent;
import java.util.ArrayList;
import java.util.List;

/** Events and entries of the log, field by field. */
final class EventCodec {

  private EventCodec() {}

  static void write(WireWriter out, Event event) {
    out.writeTexts(event.audience());
    out.writeByte(event.kind().code());
    out.writeText(event.name());
    out.writeText(event.payload());
    write(out, event.exclusion());
    out.writeOptional(event.subject());
    out.writeOptional(event.author());
    out.writeByte(event.lowered() ? 1 : 0);
  }

  static Event readEvent(WireReader in) {
    return new Event(
        in.readTexts(),
        EventKind.of(in.readByte()),
        in.readText(),
        in.readText(),
        readExclusion(in),
        in.readOptional(),
        in.readOptional(),
        in.readByte() == 1);
  }

  static void write(WireWriter out, LogEvent event) {
    out.writeText(event.stream());
    out.writeNumber(event.streamId());
    out.writeText(event.epoch());
    out.writeNumber(event.offset());
    out.writeByte(event.kind().code());
    out.writeText(event.name());
    out.writeText(event.payload());
    write(out, event.exclusion());
    out.writeNumber(event.audience().size());
    for (LogEvent.Place place : event.audience()) {
      out.writeNumber(place.streamId());
      out.writeNumber(place.offset());
    }
    out.writeOptional(event.subject());
  }

  static LogEvent readLogEvent(WireReader in) {
    return new LogEvent(
        in.readText(),
        in.readNumber(),
        in.readText(),
        in.readNumber(),
        EventKind.of(in.readByte()),
        in.readText(),
        in.readText(),
        readExclusion(in),
        readPlaces(in),
        in.readOptional());
  }

  private static List<LogEvent.Place> readPlaces(WireReader in) {
    int count = in.readCount();
    List<LogEvent.Place> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      places.add(new LogEvent.Place(in.readNumber(), in.readNumber()));
    }
    return places;
  }

  private static void write(WireWriter out, Exclusion exclusion) {
    out.writeOptional(exclusion.session());
    out.writeOptional(exclusion.identity());
  }

  private static Exclusion readExclusion(WireReader in) {
    return Exclusion.of(in.readOptional(), in.readOptional());
  }
}
