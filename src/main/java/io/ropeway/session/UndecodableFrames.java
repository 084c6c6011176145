package io.ropeway.session;

import org.jspecify.annotations.Nullable;

/** Counts the frames of one client that could not be read within the last minute. */
public final class UndecodableFrames {

  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final int limit;

  /** When the last ones came, in a ring; most clients never need it. */
  private long @Nullable [] times;

  private int count;

  /**
   * @param limit how many a minute end the connection; 0 for no limit
   */
  public UndecodableFrames(int limit) {
    this.limit = limit;
  }

  /** Counts one more, and tells whether the limit is reached. */
  public boolean isOneTooMany(long nanoTime) {
    if (limit <= 0) {
      return false;
    }
    if (times == null) {
      times = new long[limit];
    }
    times[count % limit] = nanoTime;
    count++;
    return count >= limit && nanoTime - times[count % limit] <= MINUTE_NANOS;
  }
}
