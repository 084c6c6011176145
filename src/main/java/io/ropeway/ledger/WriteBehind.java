package io.ropeway.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Things whose last state is to be stored: each once however often it changed, all together as soon
 * as the thread has time. What could not be stored waits for the next time. Safe for all threads.
 */
final class WriteBehind<T> {

  private static final System.Logger LOGGER = System.getLogger(WriteBehind.class.getName());

  private final Set<T> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Executor thread;
  private final Consumer<List<T>> store;

  /**
   * @param store stores them; called on the thread; throws if they cannot be stored just now
   */
  WriteBehind(Executor thread, Consumer<List<T>> store) {
    this.thread = thread;
    this.store = store;
  }

  /** Has it stored some time. */
  void later(T thing) {
    changed.add(thing);
  }

  /** Has it stored soon. */
  void soon(T thing) {
    changed.add(thing);
    flushSoon();
  }

  /** Has everything stored soon. */
  void flushSoon() {
    if (!changed.isEmpty() && asked.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            asked.set(false);
            flush();
          });
    }
  }

  /** Stores everything, on the thread. What cannot be stored waits for the next time. */
  void flush() {
    List<T> batch = new ArrayList<>();
    changed.removeIf(
        thing -> {
          batch.add(thing);
          return true;
        });
    if (batch.isEmpty()) {
      return;
    }
    try {
      store.accept(batch);
    } catch (RuntimeException e) {
      changed.addAll(batch);
      LOGGER.log(System.Logger.Level.DEBUG, "The ledger cannot be written just now", e);
    }
  }
}
