package io.ropeway.session;

import java.time.Duration;

/** Time that passes only when told, and a timer wheel that goes by it. One thread lets it pass. */
public final class ManualTime {

  private final TimerWheel wheel;
  private volatile long nanos; // read by any thread, changed by the test alone

  public ManualTime() {
    this(0);
  }

  ManualTime(long startNanos) {
    nanos = startNanos;
    wheel = new TimerWheel(() -> nanos);
  }

  public TimerWheel wheel() {
    return wheel;
  }

  long nanos() {
    return nanos;
  }

  /** Lets time pass as it does: the wheel turns after each tick. */
  public void pass(Duration duration) {
    long end = nanos + duration.toNanos();
    while (nanos < end) {
      nanos = Math.min(end, nanos + TimerWheel.TICK.toNanos());
      wheel.turn();
    }
  }

  /** Lets time jump, as when the process was stopped; the wheel turns once, afterwards. */
  void jump(Duration duration) {
    nanos += duration.toNanos();
    wheel.turn();
  }

  /** Lets time pass without a turn of the wheel. */
  void stall(Duration duration) {
    nanos += duration.toNanos();
  }
}
