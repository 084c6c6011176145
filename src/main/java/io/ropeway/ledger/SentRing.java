package io.ropeway.ledger;

import io.ropeway.protocol.StreamPosition;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The positions of the last events that one session was sent, in the order of their sending over
 * all its streams.
 *
 * <p>For dialects whose clients name on their return the one event that they have seen last: what
 * was sent before it has arrived, whatever its stream. Safe for all threads.
 */
public final class SentRing {

  /** Events that are remembered. */
  public static final int SIZE = 256;

  private final ArrayDeque<StreamPosition> sent = new ArrayDeque<>();

  /** By stream the last position that has left the ring. */
  private final Map<String, StreamPosition> before = new LinkedHashMap<>(2);

  /**
   * @param starts where the session's streams began
   */
  public SentRing(Iterable<StreamPosition> starts) {
    starts.forEach(start -> before.put(start.stream(), start));
  }

  /** An event was sent. */
  public synchronized void add(StreamPosition position) {
    if (sent.size() == SIZE) {
      StreamPosition oldest = sent.remove();
      before.put(oldest.stream(), oldest);
    }
    sent.add(position);
  }

  /**
   * What a client has that has seen this event last: a position for each stream.
   *
   * @return empty if the event is not remembered
   */
  public synchronized Optional<Map<String, StreamPosition>> upTo(StreamPosition last) {
    Map<String, StreamPosition> reached = new LinkedHashMap<>(before);
    if (last.equals(before.get(last.stream())) && sent.isEmpty()) {
      return Optional.of(reached);
    }
    for (StreamPosition position : sent) {
      reached.put(position.stream(), position);
      if (position.equals(last)) {
        return Optional.of(reached);
      }
    }
    return Optional.empty();
  }
}
