package io.ropeway.broadcast;

import java.util.ArrayDeque;

/** Runs what is to be delivered on the thread that asks, one task after another. */
final class TestDelivery extends DeliveryThreads {

  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;
  private boolean held;

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    drain();
  }

  /** Lets tasks wait until {@link #release()}. */
  void hold() {
    held = true;
  }

  void release() {
    held = false;
    drain();
  }

  private void drain() {
    if (running || held) {
      return;
    }
    running = true;
    try {
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
    } finally {
      running = false;
    }
  }
}
