package io.ropeway.session;

/**
 * A token bucket: lets through a sustained rate and a burst above it.
 *
 * <p>Not safe for several threads at once; a session asks from the one that its frames arrive on.
 */
public final class CommandRate {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final long nanosPerCommand;
  private final long burstNanos;
  private long paidUntil;

  /**
   * @param perSecond the sustained rate; 0 lets everything through
   * @param burst commands that may come at once when nothing came before
   * @param now the time in nanoseconds
   */
  public CommandRate(int perSecond, int burst, long now) {
    this.nanosPerCommand = perSecond <= 0 ? 0 : NANOS_PER_SECOND / perSecond;
    this.burstNanos = nanosPerCommand * Math.max(1, burst);
    this.paidUntil = now;
  }

  /** Takes one command, if the rate allows it at this time. */
  public boolean allows(long now) {
    if (nanosPerCommand == 0) {
      return true;
    }
    long from = Math.max(paidUntil - now, 0);
    if (from + nanosPerCommand > burstNanos) {
      return false;
    }
    paidUntil = now + from + nanosPerCommand;
    return true;
  }
}
