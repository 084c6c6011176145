package io.ropeway.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to be told again: for each stream of a subscription what came after a position
 * or, for those without one, since a time.
 *
 * @param since whole seconds since 1970, inclusive; null for no time
 * @param positions the last seen positions by stream name
 */
public record HistoryRequest(@Nullable Long since, Map<String, StreamPosition> positions) {

  /** Asks for nothing. */
  public static final HistoryRequest NOTHING = new HistoryRequest(null, Map.of());

  public HistoryRequest {
    positions = Map.copyOf(positions);
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return since == null && positions.isEmpty();
  }
}
