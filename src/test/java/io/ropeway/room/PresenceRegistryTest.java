package io.ropeway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.PresenceSettings;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.session.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceRegistryTest {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final ManualTime time = new ManualTime();
  private final List<String> changed = new ArrayList<>();
  private final List<PresenceRecord> others = new ArrayList<>();
  private final PresenceRegistry presence = presence();

  private PresenceRegistry presence() {
    PresenceRegistry made = new PresenceRegistry();
    made.settings = new PresenceSettings(GRACE, GRACE);
    made.timers = time.wheel();
    made.shareWith(
        new Elsewhere() {
          @Override
          public void changed(String room, String who) {
            changed.add(room + "/" + who);
          }

          @Override
          public List<PresenceRecord> present(String room) {
            return others;
          }
        });
    return made;
  }

  @Test
  void beginsWithTheFirstSubscriberOfSomebody() {
    presence.enter("room", "ada");
    presence.enter("room", "ada");
    presence.enter("room", "bob");
    presence.enter("other", "ada");

    assertThat(presence.present("room")).containsExactlyInAnyOrder("ada", "bob");
    assertThat(changed).contains("room/ada", "room/bob", "other/ada");
  }

  @Test
  void endsWithTheLast() {
    presence.enter("room", "ada");
    presence.enter("room", "ada");

    presence.leave("room", "ada");
    assertThat(presence.here("room", "ada")).isNotNull();
    presence.leave("room", "ada");
    assertThat(presence.here("room", "ada")).isNull();
    assertThat(presence.present("room")).isEmpty();
  }

  @Test
  void doesNotEndForWhoWasNotThere() {
    presence.enter("room", "ada");

    presence.leave("room", "bob");
    presence.leave("other", "ada");

    assertThat(presence.present("room")).containsExactly("ada");
  }

  @Test
  void isAlsoWhatOtherNodesKnow() {
    others.add(new PresenceRecord("bob", "1"));
    others.add(new PresenceRecord("ada", "old"));
    presence.enter("room", "ada", "new");

    assertThat(presence.records("room"))
        .containsExactly(new PresenceRecord("ada", "new"), new PresenceRecord("bob", "1"));
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
    presence.leaveAfterGrace("room", "ada");
    changed.clear();

    time.pass(GRACE.minusMillis(100));
    assertThat(presence.present("room")).containsExactly("ada");
    assertThat(changed).isEmpty();
    time.pass(Duration.ofSeconds(1));

    assertThat(presence.present("room")).isEmpty();
    assertThat(changed).containsExactly("room/ada");
  }

  @Test
  void doesNotEndForWhoIsBackInTime() {
    presence.enter("room", "ada");
    presence.leaveAfterGrace("room", "ada");
    time.pass(Duration.ofSeconds(5));
    presence.enter("room", "ada");

    time.pass(Duration.ofMinutes(1));

    assertThat(presence.present("room")).containsExactly("ada");
  }

  @Test
  void endsHoweverManySocketsClosed() {
    for (int i = 0; i < 3; i++) {
      presence.enter("room", "ada");
      presence.leaveAfterGrace("room", "ada");
      time.pass(Duration.ofSeconds(1));
    }

    time.pass(Duration.ofMinutes(1));

    assertThat(presence.present("room")).isEmpty();
  }
}
