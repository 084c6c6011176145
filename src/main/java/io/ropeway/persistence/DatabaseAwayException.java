package io.ropeway.persistence;

/** The database was not even asked, because it did not answer a moment ago. */
public final class DatabaseAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseAwayException() {
    // Thousands of these tell the same: a stack trace each would cost more than what was refused.
    super("The database is away", null, false, false);
  }
}
