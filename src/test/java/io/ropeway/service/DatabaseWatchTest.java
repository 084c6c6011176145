package io.ropeway.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.DatabaseAwayException;
import io.ropeway.persistence.DatabaseBreaker;
import io.ropeway.persistence.DatabaseProbe;
import io.ropeway.session.ManualTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

  private static final Exception GONE = new IllegalStateException(new SQLException("", "08006"));

  private final ManualTime time = new ManualTime();
  private final DatabaseBreaker breaker = new DatabaseBreaker();
  private final DatabaseWatch watch = new DatabaseWatch();
  private final AtomicBoolean answers = new AtomicBoolean();
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void listen() {
    watch.breaker = breaker;
    watch.timers = time.wheel();
    watch.prober = Runnable::run;
    watch.probe =
        new DatabaseProbe() {
          @Override
          public void ping() {
            asked.incrementAndGet();
            if (!answers.get()) {
              throw new IllegalStateException("no");
            }
          }
        };
    watch.listen();
  }

  @Test
  void asksNothingWhileTheDatabaseIsThere() {
    time.pass(Duration.ofMinutes(1));

    assertThat(asked).hasValue(0);
    assertThat(watch.isAway()).isFalse();
  }

  @Test
  void asksAboutTwiceASecondUntilTheDatabaseAnswers() {
    breaker.failed(GONE);

    time.pass(Duration.ofSeconds(10));
    assertThat(asked.get()).isBetween(15, 20);
    assertThat(watch.isAway()).isTrue();

    answers.set(true);
    time.pass(Duration.ofSeconds(1));
    int sufficed = asked.get();
    assertThat(watch.isAway()).isFalse();

    time.pass(Duration.ofMinutes(1));
    assertThat(asked).hasValue(sufficed);
  }

  @Test
  void asksAgainEachTimeThatTheDatabaseGoesAway() {
    answers.set(true);
    for (int i = 1; i <= 3; i++) {
      breaker.failed(GONE);
      time.pass(Duration.ofSeconds(1));

      assertThat(watch.isAway()).isFalse();
      assertThat(asked).hasValue(i);
    }
  }

  @Test
  void asksAlsoIfTheDatabaseWentAwayBeforeItListened() {
    DatabaseBreaker open = new DatabaseBreaker();
    open.failed(GONE);
    watch.breaker = open;
    answers.set(true);

    watch.listen();
    time.pass(Duration.ofSeconds(1));

    assertThat(watch.isAway()).isFalse();
  }

  @Test
  void knowsWhatIsNoAnswerFromWhatIsANo() {
    assertThat(DatabaseWatch.isUnavailable(Refusal.unavailable("later"))).isTrue();
    assertThat(DatabaseWatch.isUnavailable(new IllegalStateException(Refusal.unavailable("later"))))
        .isTrue();
    assertThat(DatabaseWatch.isUnavailable(new DatabaseAwayException())).isTrue();
    assertThat(DatabaseWatch.isUnavailable(GONE)).isTrue();

    assertThat(DatabaseWatch.isUnavailable(Refusal.notFound("no"))).isFalse();
    assertThat(DatabaseWatch.isUnavailable(new IllegalStateException("a bug"))).isFalse();
  }
}
