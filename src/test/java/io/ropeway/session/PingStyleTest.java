package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.PingStyle.Precision;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingStyleTest {

  @Test
  void takesIntervalAndUnitFromTheQuery() {
    assertThat(style("pi=10&ptp=ms"))
        .isEqualTo(new PingStyle(Duration.ofSeconds(10), Precision.MILLISECONDS));
    assertThat(style("ptp=ns")).isEqualTo(new PingStyle(null, Precision.NANOSECONDS));
  }

  @Test
  void isStandardForWhoAsksForNothingThatMakesSense() {
    for (String query : List.of("x=1", "pi=0&ptp=s", "pi=-3", "pi=often&ptp=h", "pi=1e9", "pi=")) {
      assertThat(style(query)).as(query).isSameAs(PingStyle.STANDARD);
    }
  }

  @Test
  void pingsOnceAMinuteAtLeast() {
    assertThat(style("pi=86400").interval()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void knowsTheTimeInEachUnit() {
    Instant time = Instant.ofEpochSecond(1_700_000_000L, 123_456_789);
    assertThat(Precision.SECONDS.of(time)).isEqualTo(1_700_000_000L);
    assertThat(Precision.MILLISECONDS.of(time)).isEqualTo(1_700_000_000_123L);
    assertThat(Precision.NANOSECONDS.of(time)).isEqualTo(1_700_000_000_123_456_789L);
  }

  private static PingStyle style(String query) {
    return PingStyle.of(
        new HandshakeRequest(URI.create("ws://localhost/cable?" + query), "::1", List.of()));
  }
}
