package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandRateTest {

  private static final long SECOND = 1_000_000_000L;

  /** Times are taken from a clock that may be negative and far from zero. */
  private static final long START = Long.MIN_VALUE / 2;

  @Test
  void letsTheBurstThroughAtOnceAndNoMore() {
    CommandRate rate = new CommandRate(10, 5, START);

    assertThat(allowed(rate, 20, START)).isEqualTo(5);
  }

  @Test
  void letsTheSustainedRateThroughForEver() {
    CommandRate rate = new CommandRate(10, 1, START);
    for (int i = 0; i < 1_000; i++) {
      assertThat(rate.allows(START + i * SECOND / 10)).isTrue();
    }
  }

  @Test
  void refusesMoreThanTheSustainedRateInTheLongRun() {
    CommandRate rate = new CommandRate(10, 5, START);
    int allowed = 0;
    for (int i = 0; i < 1_000; i++) {
      allowed += rate.allows(START + i * SECOND / 100) ? 1 : 0;
    }

    assertThat(allowed).isBetween(100, 106);
  }

  @Test
  void givesTheBurstBackAfterARest() {
    CommandRate rate = new CommandRate(10, 5, START);
    allowed(rate, 5, START);

    assertThat(allowed(rate, 20, START + 10 * SECOND)).isEqualTo(5);
  }

  @Test
  void savesNoMoreThanTheBurstHoweverLongTheRest() {
    CommandRate rate = new CommandRate(10, 5, START);

    assertThat(allowed(rate, 100, START + 3_600 * SECOND)).isEqualTo(5);
  }

  @Test
  void letsEverythingThroughWithoutARate() {
    assertThat(allowed(new CommandRate(0, 5, START), 10_000, START)).isEqualTo(10_000);
  }

  @Test
  void letsSingleCommandsThroughWithoutABurst() {
    CommandRate rate = new CommandRate(10, 0, START);

    assertThat(allowed(rate, 5, START)).isEqualTo(1);
  }

  @Test
  void countsTheLargestRatesAndBursts() {
    CommandRate rate = new CommandRate(1, Integer.MAX_VALUE, START);

    assertThat(allowed(rate, 1_000, START)).isEqualTo(1_000);
  }

  private static int allowed(CommandRate rate, int commands, long now) {
    int allowed = 0;
    for (int i = 0; i < commands; i++) {
      allowed += rate.allows(now) ? 1 : 0;
    }
    return allowed;
  }
}
