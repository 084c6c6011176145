package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.TestSettings;
import io.ropeway.config.TokenSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final String HERE = "203.0.113.7";

  private final AdjustableClock clock = new AdjustableClock();
  private final SignInThrottle throttle = throttle("3");

  private SignInThrottle throttle(String attempts) {
    SignInThrottle made = new SignInThrottle();
    made.settings =
        TestSettings.of(TokenSettings.class, "ropeway.tokens.sign-in-attempts", attempts);
    made.clock = clock;
    return made;
  }

  private void fail(String login, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(throttle.enter(login, address)).isEmpty();
    }
  }

  @Test
  void letsSomeFailuresPassAndThenMakesTheLoginWait() {
    fail("ada", HERE, 3);
    assertThat(throttle.enter("ada", HERE)).contains(Duration.ofSeconds(1));
  }

  @Test
  void waitsTwiceAsLongAfterEachFurtherFailureButNotMoreThanAMinute() {
    fail("ada", HERE, 3);
    for (int wait = 1; wait < 60; wait *= 2) {
      assertThat(throttle.enter("ada", HERE)).contains(Duration.ofSeconds(wait));
      clock.advance(Duration.ofSeconds(wait));
      assertThat(throttle.enter("ada", HERE)).isEmpty();
    }
    assertThat(throttle.enter("ada", HERE)).contains(Duration.ofMinutes(1));
  }

  @Test
  void doesNotCountAnAttemptThatHadToWait() {
    fail("ada", HERE, 3);
    throttle.enter("ada", HERE);
    throttle.enter("ada", HERE);
    assertThat(throttle.enter("ada", HERE)).contains(Duration.ofSeconds(1));
  }

  @Test
  void countsALoginWhateverItsCaseAndWhereverItComesFrom() {
    fail("ada", HERE, 1);
    fail("ADA ", "203.0.113.8", 1);
    fail(" Ada", "203.0.113.9", 1);
    assertThat(throttle.enter("ada", "203.0.113.10")).isPresent();
  }

  @Test
  void doesNotLetOneLoginsFailuresTouchAnother() {
    fail("ada", HERE, 3);
    assertThat(throttle.enter("bob", HERE)).isEmpty();
  }

  @Test
  void makesAnAddressWaitThatTriesManyLogins() {
    for (int i = 0; i < 30; i++) {
      assertThat(throttle.enter("login" + i, HERE)).isEmpty();
    }
    assertThat(throttle.enter("another", HERE)).contains(Duration.ofSeconds(1));
    assertThat(throttle.enter("another", "203.0.113.8")).isEmpty();
  }

  @Test
  void takesAnIpv6NetworkForOneAddress() {
    for (int i = 0; i < 30; i++) {
      throttle.enter("login" + i, "2001:db8:0:1::" + Integer.toHexString(i));
    }
    assertThat(throttle.enter("another", "2001:db8:0:1:ffff::1")).isPresent();
    assertThat(throttle.enter("another", "2001:db8:0:2::1")).isEmpty();
  }

  @Test
  void forgetsALoginsFailuresWhenItSucceeds() {
    fail("ada", HERE, 2);
    throttle.succeeded("ada", HERE);
    fail("ada", HERE, 3);
    assertThat(throttle.enter("ada", HERE)).isPresent();
  }

  @Test
  void forgetsFailuresAfterAnHour() {
    fail("ada", HERE, 3);
    clock.advance(Duration.ofMinutes(61));
    fail("ada", HERE, 3);
  }

  @Test
  void neverMakesAnybodyWaitWhenItIsOff() {
    SignInThrottle off = throttle("0");
    for (int i = 0; i < 1_000; i++) {
      assertThat(off.enter("ada", HERE)).isEmpty();
    }
  }

  @Test
  void keepsNoMoreThanTheLastTenThousandLogins() {
    fail("first", HERE, 3);
    for (int i = 0; i < 10_000; i++) {
      throttle.enter("login" + i, "198.51." + i / 250 + "." + i % 250);
    }
    assertThat(throttle.enter("first", "192.0.2.1")).isEmpty();
  }
}
