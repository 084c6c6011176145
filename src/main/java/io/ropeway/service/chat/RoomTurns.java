package io.ropeway.service.chat;

import io.ropeway.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One writer of a room at a time on this node, from before its transaction until after its events
 * have left.
 *
 * <p>The database's lock of the room ends with the commit, and the events leave after it: two
 * writers could commit in one order and publish in the other. Waiting here also costs no database
 * connection.
 */
@ApplicationScoped
class RoomTurns {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Shared by rooms whose ids are equal modulo their number, which costs a wait and no more. */
  private final ReentrantLock[] locks = new ReentrantLock[256];

  RoomTurns() {
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new ReentrantLock(true);
    }
  }

  /**
   * Does something when it is its turn.
   *
   * @throws Refusal UNAVAILABLE if that would take more than five seconds
   */
  <T> T take(long roomId, Supplier<T> work) {
    ReentrantLock lock = locks[(int) Math.floorMod(roomId, (long) locks.length)];
    try {
      if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusal.unavailable("The room is too busy; try again soon.", new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable("Interrupted; try again.", e);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
