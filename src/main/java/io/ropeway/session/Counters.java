package io.ropeway.session;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The counts of one node since its start. Counting costs next to nothing from any thread. */
public final class Counters {

  private final LongAdder[] counts =
      Stream.generate(LongAdder::new).limit(Counter.values().length).toArray(LongAdder[]::new);

  /** Counts one more. */
  public void count(Counter counter) {
    counts[counter.ordinal()].increment();
  }

  /** How many there were. */
  public long get(Counter counter) {
    return counts[counter.ordinal()].sum();
  }
}
