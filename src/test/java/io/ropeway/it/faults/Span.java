package io.ropeway.it.faults;

/** A time from its begin to its end, in milliseconds of this machine's clock. */
record Span(long from, long to) {

  boolean contains(long at) {
    return at >= from && at <= to;
  }

  /** From a begin until now. */
  static Span since(long from) {
    return new Span(from, System.currentTimeMillis());
  }
}
