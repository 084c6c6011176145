package io.ropeway.messaging;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be sent, in order, bounded: when it is full the oldest goes, and so does what has
 * waited longer than it would have lived. Each message is numbered when it comes in, so that those
 * who hear the others know that one is missing. Never makes who adds wait.
 */
final class SendQueue {

  /** Nobody wants to hear what is older than that. */
  static final long TIME_TO_LIVE_MILLIS = 10_000;

  /** Characters that may wait, so that few large messages do no harm either. */
  private static final long MOST_CHARACTERS = 32L * 1024 * 1024;

  /** A message with its place among those of this node. */
  record Numbered(long number, BusMessage message, int weight, long addedAt) {}

  private final int capacity;
  private final BusCounters counters;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final ArrayDeque<Numbered> waiting = new ArrayDeque<>();
  private long weight;
  private long next;

  SendQueue(int capacity, BusCounters counters) {
    this.capacity = capacity;
    this.counters = counters;
  }

  void add(BusMessage message) {
    int size = Envelope.weight(message);
    lock.lock();
    try {
      waiting.add(new Numbered(next++, message, size, System.nanoTime()));
      weight += size;
      while (waiting.size() > capacity || weight > MOST_CHARACTERS && waiting.size() > 1) {
        removeFirst();
        counters.dropped(1);
      }
      counters.queued(waiting.size());
      added.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next messages, which stay here until they are {@link #remove removed}; empty if none comes
   * within the time.
   *
   * @param most how many at most
   * @param characters how many characters at most, unless the first has more
   */
  List<Numbered> next(int most, int characters, long waitMillis) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
    List<Numbered> batch = new ArrayList<>();
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && left > 0) {
        left = added.awaitNanos(left);
      }
      dropStale();
      int sum = 0;
      for (Numbered one : waiting) {
        sum += one.weight();
        if (batch.size() == most
            || sum > characters && !batch.isEmpty()
            || !batch.isEmpty() && one.number() != batch.get(batch.size() - 1).number() + 1) {
          break;
        }
        batch.add(one);
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what was sent, up to and including a number. */
  void remove(long upTo) {
    lock.lock();
    try {
      while (!waiting.isEmpty() && waiting.getFirst().number() <= upTo) {
        removeFirst();
      }
      counters.queued(waiting.size());
    } finally {
      lock.unlock();
    }
  }

  /** The number that the next message will have. */
  long nextNumber() {
    lock.lock();
    try {
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void dropStale() {
    long oldest = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(TIME_TO_LIVE_MILLIS);
    while (!waiting.isEmpty() && waiting.getFirst().addedAt() - oldest < 0) {
      removeFirst();
      counters.dropped(1);
    }
  }

  private void removeFirst() {
    weight -= waiting.removeFirst().weight();
  }
}
