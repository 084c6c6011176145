package io.ropeway.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a failure says that the database cannot be reached. A lock that comes late, a deadlock or
 * a pool that is busy does not: others are served meanwhile.
 */
final class LostConnection {

  private static final int DEPTH = 12;

  private LostConnection() {}

  /** Looks through an exception, its causes and what they suppressed. */
  static boolean isToldBy(@Nullable Throwable failure) {
    return isToldBy(failure, 0);
  }

  private static boolean isToldBy(@Nullable Throwable failure, int depth) {
    if (failure == null || depth > DEPTH) {
      return false;
    }
    if (failure instanceof SQLException e && isLoss(e)) {
      return true;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (isToldBy(suppressed, depth + 1)) {
        return true;
      }
    }
    return isToldBy(failure.getCause(), depth + 1);
  }

  /**
   * SQL states of connections that cannot be made or are lost (08), of a server that stops or
   * starts (57P), and of H2's closed database (90098, 90121).
   */
  private static boolean isLoss(SQLException e) {
    if (e instanceof SQLNonTransientConnectionException || e instanceof SQLRecoverableException) {
      return true;
    }
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("08")
            || state.startsWith("57P")
            || state.equals("90098")
            || state.equals("90121"));
  }

  /** Whether it says that the pool had no connection to give in time. */
  static boolean isPoolBusy(@Nullable Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < DEPTH; t = t.getCause(), depth++) {
      if (t.getClass().getName().equals("jakarta.resource.ResourceException")) {
        return true;
      }
    }
    return false;
  }
}
