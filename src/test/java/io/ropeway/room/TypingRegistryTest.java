package io.ropeway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.ChatSettings;
import io.ropeway.session.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TypingRegistryTest {

  private static final Duration TYPING = Duration.ofSeconds(30);

  private final ManualTime time = new ManualTime();
  private final TypingRegistry typing = typing(time);
  private final AtomicInteger ended = new AtomicInteger();

  private static TypingRegistry typing(ManualTime time) {
    TypingRegistry made = new TypingRegistry();
    made.settings = new ChatSettings(TYPING, 50);
    made.timers = time.wheel();
    return made;
  }

  @Test
  void beginsOnce() {
    assertThat(start("room", "ada")).isTrue();
    assertThat(start("room", "ada")).isFalse();
    assertThat(start("other", "ada")).isTrue();

    assertThat(typing.typing("room")).containsExactly("ada");
  }

  @Test
  void endsOnce() {
    start("room", "ada");

    assertThat(typing.stop("room", "ada")).isTrue();
    assertThat(typing.stop("room", "ada")).isFalse();
    assertThat(typing.typing("room")).isEmpty();
  }

  @Test
  void endsByItself() {
    start("room", "ada");

    time.pass(TYPING.minusMillis(100));
    assertThat(ended).hasValue(0);
    time.pass(Duration.ofMillis(200));

    assertThat(ended).hasValue(1);
    assertThat(typing.typing("room")).isEmpty();
  }

  @Test
  void lastsAsLongAsItIsRenewed() {
    for (int i = 0; i < 10; i++) {
      start("room", "ada");
      time.pass(Duration.ofSeconds(20));
    }
    assertThat(ended).hasValue(0);

    time.pass(Duration.ofSeconds(11));

    assertThat(ended).hasValue(1);
  }

  @Test
  void isNotToldToHaveEndedByItselfAfterAStop() {
    start("room", "ada");
    typing.stop("room", "ada");

    time.pass(Duration.ofMinutes(2));

    assertThat(ended).hasValue(0);
  }

  @Test
  void isNotEndedByTheMarkThatIsReplacedAtItsLastInstant() {
    time.wheel().after(TYPING, () -> start("room", "ada"));
    start("room", "ada");

    time.pass(TYPING.plusSeconds(1));

    assertThat(ended).hasValue(0);
  }

  private boolean start(String room, String who) {
    return typing.start(room, who, ended::incrementAndGet);
  }

  @Test
  void isKnownFromOtherNodesUntilTheySayOtherwise() {
    typing.heard("room", "bob", true);
    start("room", "ada");
    assertThat(typing.typing("room")).containsExactlyInAnyOrder("ada", "bob");

    typing.heard("room", "bob", false);
    typing.heard("room", "ada", false);

    assertThat(typing.typing("room")).containsExactly("ada");
  }

  @Test
  void isForgottenWhenANodeDiedThatCouldHaveSaidSo() {
    typing.heard("room", "bob", true);
    time.pass(TYPING);
    assertThat(typing.typing("room")).containsExactly("bob");

    time.pass(Duration.ofSeconds(6));

    assertThat(typing.typing("room")).isEmpty();
    assertThat(ended).hasValue(0);
  }
}
