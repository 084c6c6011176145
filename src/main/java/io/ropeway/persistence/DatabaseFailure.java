package io.ropeway.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/** What a failed piece of work with the database means for the one who asked for it. */
public enum DatabaseFailure {
  /** The database cannot be reached, is overloaded or made us wait too long: come back later. */
  AWAY,
  /** Somebody else stored the same thing at the same moment. */
  CONFLICT,
  /** Anything else, which is a fault of ours. */
  OTHER;

  /** Deeper than exceptions wrap each other, and an end for those that wrap themselves. */
  private static final int DEPTH = 12;

  /**
   * Looks through an exception, its causes and what they suppress: a transaction manager says that
   * it rolled back, and keeps what failed before completion in either place.
   */
  public static DatabaseFailure of(Throwable failure) {
    return of(failure, 0);
  }

  private static DatabaseFailure of(@Nullable Throwable failure, int depth) {
    if (failure == null || depth == DEPTH) {
      return OTHER;
    }
    if (failure instanceof ConstraintViolationException) {
      return CONFLICT;
    }
    if (isAway(failure)) {
      return AWAY;
    }
    DatabaseFailure found = of(failure.getCause(), depth + 1);
    for (Throwable suppressed : failure.getSuppressed()) {
      found = found == OTHER ? of(suppressed, depth + 1) : found;
    }
    return found;
  }

  private static boolean isAway(Throwable t) {
    return t instanceof DatabaseAwayException
        || t instanceof JDBCConnectionException
        || t instanceof LockAcquisitionException
        || t instanceof SQLTransientException
        || t instanceof SQLNonTransientConnectionException
        || t instanceof SQLRecoverableException
        || t instanceof InterruptedException // by a time limit, while it waited for an answer
        || t instanceof jakarta.persistence.LockTimeoutException
        || t instanceof jakarta.persistence.PessimisticLockException
        || t instanceof SQLException e && isAway(e);
  }

  /**
   * SQL states of lost connections (08), missing resources (53), shutdown (57P), lost or late locks
   * (40, 55P03) and H2's closed database (90098, 90121). A pool says without a state that it has no
   * connection to give, as a resource exception, or that one broke while it was in use and was
   * taken away: IronJacamar by a number of its own.
   */
  private static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    if (state == null) {
      String message = e.getMessage();
      return message != null && message.startsWith("IJ03")
          || e.getCause() != null
              && e.getCause().getClass().getName().equals("jakarta.resource.ResourceException");
    }
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("40")
        || state.equals("55P03")
        || state.equals("90098")
        || state.equals("90121");
  }
}
