package io.ropeway.room;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one task at a time run, in the order in which they came, without a lock or a thread of its
 * own: who comes while another's task runs leaves the task to that thread and goes on.
 */
public final class Turn {

  private static final System.Logger LOGGER = System.getLogger(Turn.class.getName());

  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger taken = new AtomicInteger();

  /** Runs the task now, or has the thread run it that holds the turn. Tasks must be short. */
  public void take(Runnable task) {
    waiting.add(task);
    if (taken.getAndIncrement() != 0) {
      return;
    }
    do {
      Runnable next = waiting.poll();
      try {
        if (next != null) {
          next.run();
        }
      } catch (Throwable e) { // also an Error: nobody would ever have the turn again
        LOGGER.log(System.Logger.Level.ERROR, "A delivery failed", e);
      }
    } while (taken.decrementAndGet() != 0);
  }
}
