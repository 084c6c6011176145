package io.ropeway.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseBreakerTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger openings = new AtomicInteger();
  private final DatabaseBreaker breaker = breaker();

  private DatabaseBreaker breaker() {
    DatabaseBreaker made = new DatabaseBreaker(nanos::get);
    made.whenOpened(openings::incrementAndGet);
    return made;
  }

  private static Exception wrapped(Exception cause) {
    return new IllegalStateException(new RuntimeException(cause));
  }

  private static Exception busyPool() {
    return wrapped(new SQLException("none", new ResourceException("in the time allowed")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "90098", "90121"})
  void refusesAllWorkAfterOneFailureThatSaysThatTheDatabaseIsAway(String state) {
    breaker.failed(wrapped(new SQLException("gone", state)));

    assertThat(breaker.isOpen()).isTrue();
    assertThatThrownBy(breaker::require).isInstanceOf(DatabaseAwayException.class);
    assertThat(openings).hasValue(1);
  }

  @Test
  void isOpenedByAConnectionThatThePoolCannotMake() {
    breaker.failed(
        wrapped(
            new SQLException(
                "IJ031084", new ResourceException(new SQLException("refused", "08001")))));

    assertThat(breaker.isOpen()).isTrue();
  }

  @Test
  void isOpenedByACommitThatFailsAndTellsTheReasonAside() {
    Exception rolledBack = new IllegalStateException("rolled back");
    rolledBack.addSuppressed(wrapped(new SQLNonTransientConnectionException("gone")));

    breaker.failed(rolledBack);

    assertThat(breaker.isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"55P03", "40001", "40P01", "53300", "23505", "42703"})
  void lastsThroughLateLocksAndFaultsOfOurOwn(String state) {
    breaker.failed(wrapped(new SQLException("no", state)));

    assertThat(breaker.isOpen()).isFalse();
    breaker.require();
  }

  @Test
  void lastsThroughAPoolThatIsBusyForAMoment() {
    breaker.failed(busyPool());
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    breaker.failed(busyPool());
    breaker.succeeded();
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    breaker.failed(busyPool());
    breaker.failed(wrapped(new SQLTransientConnectionException("none")));

    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  void isOpenedByAPoolThatHasNothingToGiveForLong() {
    breaker.failed(busyPool());
    nanos.addAndGet(DatabaseBreaker.PATIENCE.toNanos());
    breaker.failed(busyPool());

    assertThat(breaker.isOpen()).isTrue();
  }

  @Test
  void letsWorkBeginAgainOnceItIsClosedAndNotBefore() {
    Exception gone = wrapped(new SQLException("gone", "08006"));
    breaker.failed(gone);
    breaker.succeeded(); // what was under way when the database went
    breaker.failed(gone);

    assertThat(breaker.isOpen()).isTrue();
    assertThat(openings).hasValue(1);

    breaker.close();
    breaker.require();
    breaker.failed(gone);

    assertThat(breaker.isOpen()).isTrue();
    assertThat(openings).hasValue(2);
  }

  @Test
  void tellsAFailureThatMeansComeBackLater() {
    breaker.failed(wrapped(new SQLException("gone", "08006")));

    assertThatThrownBy(breaker::require)
        .satisfies(
            failure -> assertThat(DatabaseFailure.of(failure)).isEqualTo(DatabaseFailure.AWAY));
  }
}
