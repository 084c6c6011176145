package io.ropeway.broadcast;

import io.ropeway.protocol.HistoryRequest;
import io.ropeway.protocol.StreamPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out what a client that asks for history is to be told. */
@ApplicationScoped
public class Histories {

  /** Times are whole seconds, and clients' come from pings that were on their way for a while. */
  private static final Duration OVERLAP = Duration.ofSeconds(2);

  @Inject StreamLog log;

  /**
   * Finds for each durable stream of a subscription the offset to replay after: by position where
   * the request states one; else by time, but nothing that the client was shown already.
   *
   * @param follows those of one subscription, each with its start known
   * @return empty if one of the streams cannot tell everything that is asked for; streams of which
   *     nothing is asked are left out
   * @throws RuntimeException if the database is away
   */
  public Optional<Map<Follow, Long>> resolve(Collection<Follow> follows, HistoryRequest request) {
    Map<Follow, Long> offsets = new LinkedHashMap<>();
    for (Follow follow : follows) {
      StreamHead start = follow.start();
      if (start == null) {
        continue;
      }
      StreamPosition position = request.positions().get(follow.stream());
      Long since = request.since();
      if (position != null) {
        StreamHead now = log.head(follow.stream());
        if (!now.canReplayAfter(position.epoch(), position.offset())) {
          return Optional.empty();
        }
        offsets.put(follow, position.offset());
      } else if (since != null && since > 0) {
        offsets.put(follow, follow.hasSnapshot() ? start.offset() : lastBefore(start, since));
      }
    }
    return Optional.of(offsets);
  }

  private long lastBefore(StreamHead start, long since) {
    Instant time = Instant.ofEpochSecond(Math.min(since, 1L << 40)).minus(OVERLAP);
    return Math.min(start.offset(), log.lastBefore(start, time));
  }
}
