package io.ropeway.messaging;

import java.util.concurrent.TimeUnit;

/** Pauses between attempts to reach the broker: short at first, at most half a second, for ever. */
final class Backoff {

  private static final long FIRST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 500;

  private long next = FIRST_MILLIS;

  /** It worked. */
  void reset() {
    next = FIRST_MILLIS;
  }

  void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(next);
    next = Math.min(LONGEST_MILLIS, next * 2);
  }
}
