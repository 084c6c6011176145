package io.ropeway.benchmark;

import java.util.Collection;

/** The longest that any socket of a crowd was without a ping. */
final class PingWatch {
  private long largest;

  void gap(long nanos) {
    largest = Math.max(largest, nanos);
  }

  /** Forgets what was; pings that are still to come are compared with now. */
  void restart(Collection<? extends CableSocket> sockets) {
    long now = System.nanoTime();
    sockets.forEach(socket -> socket.restartPingWatch(now));
    largest = 0;
  }

  /** The largest gap so far, those that still last among them. */
  double seconds(Collection<? extends CableSocket> sockets) {
    long now = System.nanoTime();
    sockets.forEach(socket -> gap(socket.silence(now)));
    return largest / 1e9;
  }
}
