package io.ropeway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.PresenceSettings;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.session.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PresenceRegistryTest {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final ManualTime time = new ManualTime();
  private final PresenceRegistry presence = presence(time);
  private final AtomicInteger gone = new AtomicInteger();

  private static PresenceRegistry presence(ManualTime time) {
    PresenceRegistry made = new PresenceRegistry();
    made.settings = new PresenceSettings(GRACE, GRACE);
    made.timers = time.wheel();
    return made;
  }

  @Test
  void beginsWithTheFirstSubscriberOfSomebody() {
    assertThat(presence.enter("room", "ada")).isTrue();
    assertThat(presence.enter("room", "ada")).isFalse();
    assertThat(presence.enter("room", "bob")).isTrue();
    assertThat(presence.enter("other", "ada")).isTrue();

    assertThat(presence.present("room")).containsExactlyInAnyOrder("ada", "bob");
  }

  @Test
  void endsWithTheLast() {
    presence.enter("room", "ada");
    presence.enter("room", "ada");

    assertThat(presence.leave("room", "ada")).isFalse();
    assertThat(presence.leave("room", "ada")).isTrue();
    assertThat(presence.present("room")).isEmpty();
  }

  @Test
  void doesNotEndForWhoWasNotThere() {
    presence.enter("room", "ada");

    assertThat(presence.leave("room", "bob")).isFalse();
    assertThat(presence.leave("other", "ada")).isFalse();
    assertThat(presence.leave("room", "ada")).isTrue();
    assertThat(presence.leave("room", "ada")).isFalse();
  }

  @Test
  void knowsWhatOthersSeeOfThoseWhoAreThere() {
    presence.enter("room", "bob", "{\"name\":\"Bob\"}");
    presence.enter("room", "ada", "1");
    presence.enter("room", "ada", "2");
    presence.enter("room", "ada");
    presence.enter("room", "cy");

    assertThat(presence.records("room"))
        .containsExactly(
            new PresenceRecord("ada", "2"),
            new PresenceRecord("bob", "{\"name\":\"Bob\"}"),
            new PresenceRecord("cy", null));
    assertThat(presence.records("other")).isEmpty();
  }

  @Test
  void lastsForTheGraceTimeAfterASocketClosed() {
    presence.enter("room", "ada");
    presence.leaveAfterGrace("room", "ada", gone::incrementAndGet);

    time.pass(GRACE.minusMillis(100));
    assertThat(presence.present("room")).containsExactly("ada");
    time.pass(Duration.ofSeconds(1));

    assertThat(presence.present("room")).isEmpty();
    assertThat(gone).hasValue(1);
  }

  @Test
  void doesNotEndForWhoIsBackInTime() {
    presence.enter("room", "ada");
    presence.leaveAfterGrace("room", "ada", gone::incrementAndGet);
    time.pass(Duration.ofSeconds(5));
    assertThat(presence.enter("room", "ada")).as("came").isFalse();

    time.pass(Duration.ofMinutes(1));

    assertThat(presence.present("room")).containsExactly("ada");
    assertThat(gone).hasValue(0);
  }

  @Test
  void endsOnceHoweverManySocketsClosed() {
    for (int i = 0; i < 3; i++) {
      presence.enter("room", "ada");
      presence.leaveAfterGrace("room", "ada", gone::incrementAndGet);
      time.pass(Duration.ofSeconds(1));
    }

    time.pass(Duration.ofMinutes(1));

    assertThat(gone).hasValue(1);
  }
}
