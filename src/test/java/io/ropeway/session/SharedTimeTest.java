package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SharedTimeTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final SharedTime time = TestRegistry.time(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void isTheNodesOwnUntilTheDatabaseWasAsked() {
    assertThat(time.now()).isEqualTo(NOW);
  }

  @Test
  void followsADatabaseWhoseClockIsFarOff() {
    time.observe(NOW.minusSeconds(60));
    assertThat(time.now()).isEqualTo(NOW.minusSeconds(60));
    time.observe(NOW.plusSeconds(60));
    assertThat(time.now()).isEqualTo(NOW.plusSeconds(60));
    time.observe(NOW.minusSeconds(60));
    assertThat(time.now()).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void givesWayToASlowAnswerOnlySlowly() {
    time.observe(NOW.plusMillis(100));
    time.observe(NOW.plusMillis(20));
    assertThat(Duration.between(NOW, time.now()).toMillis()).isEqualTo(90);
    time.observe(NOW.plusMillis(105));
    assertThat(Duration.between(NOW, time.now()).toMillis()).isEqualTo(105);
  }
}
