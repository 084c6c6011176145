package io.ropeway.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

  private static Exception wrapped(SQLException cause) {
    return new IllegalStateException(
        new PersistenceException(new GenericJDBCException("failed", cause)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "53300", "57P01", "57P03", "40001", "55P03", "90098"})
  void isAnAbsenceWhenTheStateSaysSo(String state) {
    assertThat(DatabaseFailure.of(wrapped(new SQLException("no", state))))
        .isEqualTo(DatabaseFailure.AWAY);
  }

  @Test
  void isAnAbsenceWhenThePoolHasNoConnection() {
    assertThat(DatabaseFailure.of(wrapped(new SQLTransientConnectionException("none"))))
        .isEqualTo(DatabaseFailure.AWAY);
    assertThat(
            DatabaseFailure.of(
                wrapped(new SQLException(new jakarta.resource.ResourceException("none")))))
        .isEqualTo(DatabaseFailure.AWAY);
  }

  @Test
  void isAnAbsenceWhenThePoolTookABrokenConnectionAway() {
    SQLException taken =
        new SQLException("IJ031040: Connection is not associated with a managed connection");
    assertThat(DatabaseFailure.of(wrapped(taken))).isEqualTo(DatabaseFailure.AWAY);
  }

  @Test
  void isAnAbsenceWhenATimeLimitEndedTheWait() {
    assertThat(
            DatabaseFailure.of(wrapped(new SQLException("woken up", new InterruptedException()))))
        .isEqualTo(DatabaseFailure.AWAY);
  }

  @Test
  void isAnAbsenceWhenALockWasLateBeforeCompletion() {
    RollbackException rolledBack = new RollbackException("rolled back");
    rolledBack.initCause(wrapped(new SQLException("late", "55P03")));
    assertThat(DatabaseFailure.of(rolledBack)).isEqualTo(DatabaseFailure.AWAY);
    RollbackException suppressing = new RollbackException("rolled back");
    suppressing.addSuppressed(wrapped(new SQLException("late", "55P03")));
    assertThat(DatabaseFailure.of(suppressing)).isEqualTo(DatabaseFailure.AWAY);
  }

  @Test
  void isAConflictWhenAConstraintIsBroken() {
    SQLException cause = new SQLException("twice", "23505");
    assertThat(
            DatabaseFailure.of(
                new PersistenceException(new ConstraintViolationException("twice", cause, "key"))))
        .isEqualTo(DatabaseFailure.CONFLICT);
  }

  @Test
  void isOurFaultOtherwise() {
    assertThat(DatabaseFailure.of(wrapped(new SQLException("no such column", "42703"))))
        .isEqualTo(DatabaseFailure.OTHER);
    assertThat(DatabaseFailure.of(new IllegalStateException("bug")))
        .isEqualTo(DatabaseFailure.OTHER);
    assertThat(DatabaseFailure.of(wrapped(new SQLException("without a state"))))
        .isEqualTo(DatabaseFailure.OTHER);
  }
}
