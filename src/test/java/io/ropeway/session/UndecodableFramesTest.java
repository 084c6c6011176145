package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndecodableFramesTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = -17 * SECOND;

  @Test
  void reachTheLimitWithThatManyInAMinute() {
    UndecodableFrames frames = new UndecodableFrames(3);

    assertThat(frames.isOneTooMany(START)).isFalse();
    assertThat(frames.isOneTooMany(START + 20 * SECOND)).isFalse();
    assertThat(frames.isOneTooMany(START + 59 * SECOND)).isTrue();
  }

  @Test
  void areForgottenAfterAMinute() {
    UndecodableFrames frames = new UndecodableFrames(3);
    for (int i = 0; i < 50; i++) {
      assertThat(frames.isOneTooMany(START + i * 31 * SECOND)).isFalse();
    }
  }

  @Test
  void countInAnyMinuteNotOnlyInThoseOfAClock() {
    UndecodableFrames frames = new UndecodableFrames(4);
    frames.isOneTooMany(START);
    frames.isOneTooMany(START + 58 * SECOND);
    frames.isOneTooMany(START + 59 * SECOND);

    assertThat(frames.isOneTooMany(START + 61 * SECOND)).isFalse();
    assertThat(frames.isOneTooMany(START + 62 * SECOND)).isTrue();
  }

  @Test
  void endNothingWithoutALimit() {
    UndecodableFrames frames = new UndecodableFrames(0);
    for (int i = 0; i < 1_000; i++) {
      assertThat(frames.isOneTooMany(START)).isFalse();
    }
  }

  @Test
  void endTheConnectionAtTheFirstIfNoneIsAllowed() {
    assertThat(new UndecodableFrames(1).isOneTooMany(START)).isTrue();
  }
}
