package io.ropeway.session;

/** Counts the frames of one client that could not be read, minute by minute. */
public final class UndecodableFrames {

  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final int limit;
  private long minuteStart;
  private int count;

  /**
   * @param limit how many a minute end the connection; 0 for no limit
   */
  public UndecodableFrames(int limit) {
    this.limit = limit;
  }

  /** Counts one more, and tells whether the limit is reached. */
  public boolean isOneTooMany(long nanoTime) {
    if (count == 0 || nanoTime - minuteStart > MINUTE_NANOS) {
      minuteStart = nanoTime;
      count = 0;
    }
    count++;
    return limit > 0 && count >= limit;
  }
}
