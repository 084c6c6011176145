package io.ropeway.broadcast;

import io.ropeway.protocol.StreamPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a durable stream's log, as stored and as sent between nodes.
 *
 * @param stream the stream's name
 * @param streamId the stream's number in the database
 * @param epoch names the life of the log
 * @param offset counts the stream's entries from 1 without gaps
 * @param kind what it is
 * @param name what happened
 * @param payload JSON text for followers; for other kinds what the kind says
 * @param exclusion who does not hear it
 * @param audience all places where the same event stands, the widest stream first, this one
 *     included
 * @param subject what it tells of, or null
 */
public record LogEvent(
    String stream,
    long streamId,
    String epoch,
    long offset,
    EventKind kind,
    String name,
    String payload,
    Exclusion exclusion,
    List<Place> audience,
    @Nullable String subject) {

  /** A place of an event: a stream's number and the offset there. */
  public record Place(long streamId, long offset) {}

  public LogEvent {
    audience = List.copyOf(audience);
  }

  /** Where it stands, as clients state it. */
  public StreamPosition position() {
    return new StreamPosition(stream, epoch, offset);
  }

  /** About how many bytes of memory it takes. */
  public int weight() {
    return 200 + 2 * payload.length();
  }
}
