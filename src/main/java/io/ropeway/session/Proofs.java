package io.ropeway.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits for proof that a client has what it was sent: one action a numbered ping, run when
 * that ping or a later one is answered. May be called from any thread.
 */
final class Proofs {

  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(2);
  private int proved;

  /** Lets an action wait for the next number. To be followed by the offer of one probe. */
  synchronized void await(Runnable onProved) {
    waiting.add(onProved);
  }

  /** What is proved by the answer to the probe of a number, in order. */
  synchronized List<Runnable> provedBy(int number) {
    List<Runnable> due = new ArrayList<>(1);
    while (proved < number && !waiting.isEmpty()) {
      proved++;
      due.add(waiting.remove());
    }
    return due;
  }
}
