package io.ropeway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What the time is by the database's clock, which all nodes share: this node's own clock, put right
 * by what the database was seen to say. Until it was asked, the node's own. Safe for all threads.
 */
@ApplicationScoped
public class SharedTime {

  /** A difference as large as this is a clock that was set, not a slow answer. */
  private static final Duration SET = Duration.ofSeconds(1);

  /** How slowly the estimate gives way to answers that were longer under way. */
  private static final int WEIGHT = 8;

  @Inject Clock clock;

  private volatile Duration ahead = Duration.ZERO;
  private boolean observed;

  /** The database's time now, as well as it is known. */
  public Instant now() {
    return clock.instant().plus(ahead);
  }

  /**
   * The database said that it is this time, a moment ago. An answer is always too old by its way
   * here, so the latest time that it was seen to say counts most.
   */
  public synchronized void observe(Instant databaseTime) {
    Duration seen = Duration.between(clock.instant(), databaseTime);
    Duration difference = seen.minus(ahead);
    if (!observed || !difference.isNegative() || difference.abs().compareTo(SET) >= 0) {
      ahead = seen;
    } else {
      ahead = ahead.plus(difference.dividedBy(WEIGHT));
    }
    observed = true;
  }
}
