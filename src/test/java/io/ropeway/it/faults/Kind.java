package io.ropeway.it.faults;

/** The clients of the crowd, a third each. */
enum Kind {
  /** {@code @anycable/core} in the extended protocol: comes back with its session's id. */
  EXTENDED,
  /** {@code @rails/actioncable}: knows nothing of positions. */
  BASE,
  /** The test's own: no session, but subscribes anew from its positions. */
  POSITIONS
}
