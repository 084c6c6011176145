package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.Identity;
import io.ropeway.session.ManualTime;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowTest {

  private static final String STREAM = "durable";
  private static final String WIDE = "durable wide";
  private static final String NARROW = "durable narrow";

  private final ManualTime time = new ManualTime();
  private final TestStreamLog log = new TestStreamLog();
  private final TestBroadcasting node = new TestBroadcasting(time, log);
  private final TestFollower ada = new TestFollower(node);

  @Test
  void hearsNothingWhileHeldAndMissesNothingAfterwards() {
    Follow follow = ada.hold(STREAM);
    node.commit(new Event(STREAM, "1"));
    StreamHead snapshot = log.head(STREAM);
    node.commit(new Event(STREAM, "2"));
    follow.startAt(snapshot, true);
    node.commit(new Event(STREAM, "3"));
    assertThat(ada.heard()).isEmpty();

    follow.goLive();
    node.commit(new Event(STREAM, "4"));

    assertThat(ada.heard()).containsExactly("2", "3", "4");
  }

  @Test
  void isToldFromMemoryWhatCameSinceASnapshotThatIsOlderThanWhatOthersHeard() {
    new TestFollower(node).follow(STREAM);
    Follow follow = ada.hold(STREAM);
    follow.startAt(log.head(STREAM), true);
    node.commit(new Event(STREAM, "1"));
    node.commit(new Event(STREAM, "2"));

    follow.goLive();

    assertThat(ada.heard()).containsExactly("1", "2");
    assertThat(log.reads).hasValue(0);
  }

  @Test
  void waitsForTheNodeWhenItsSnapshotIsNewerThanWhatIsDelivered() {
    TestFollower early = new TestFollower(node);
    early.follow(STREAM);
    LogEvent first = log.append(STREAM, "1");
    Follow follow = ada.hold(STREAM);
    follow.startAt(log.head(STREAM), true);
    follow.goLive();
    LogEvent second = log.append(STREAM, "2");

    node.sequencers.offer(second);
    node.sequencers.offer(first);

    assertThat(early.heard()).containsExactly("1", "2");
    assertThat(ada.heard()).containsExactly("2");
  }

  @Test
  void hearsNothingOnceItHasEnded() {
    Follow follow = ada.follow(STREAM);
    follow.end();

    node.commit(new Event(STREAM, "1"));

    assertThat(ada.heard()).isEmpty();
    assertThat(node.rooms.size()).isZero();
  }

  @Test
  void doesNotGoLiveWhenItEndedMeanwhile() {
    Follow follow = ada.hold(STREAM);
    follow.startAt(log.head(STREAM), false);
    node.delivery.hold();
    follow.goLive();
    follow.end();
    node.delivery.release();

    node.commit(new Event(STREAM, "1"));

    assertThat(ada.heard()).isEmpty();
    assertThat(node.rooms.size()).isZero();
  }

  // The end of a membership.

  @Test
  void isEvictedAtItsPlaceInTheOrder() {
    ada.follow(STREAM);

    node.commit(new Event(STREAM, "1"));
    LogEvent removal = log.append(evictionOf(ada)).get(0);
    LogEvent later = log.append(STREAM, "2");
    node.sequencers.offer(later);
    assertThat(ada.fate).isEmpty();
    node.sequencers.offer(removal);

    assertThat(ada.fate).containsExactly("evicted");
    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void isNotToldWhatStillWaitsForItWhenItsRightEnds() {
    ada.follow(STREAM);
    ada.connection.holdBack();
    node.commit(new Event(STREAM, "1"));
    node.commit(new Event(STREAM, "2"));

    node.sequencers.offer(log.append(evictionOf(ada)).get(0));
    ada.connection.readOn();

    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void isEvictedByTheLogWhenTheBusIsAway() {
    node.headWatch.start();
    ada.follow(STREAM);
    log.append(evictionOf(ada));

    time.pass(Duration.ofMillis(1200));

    assertThat(ada.fate).containsExactly("evicted");
    assertThat(ada.heard()).as("a control entry is for nobody's eyes").isEmpty();
  }

  @Test
  void leavesOthersWhereTheyAre() {
    TestFollower bob = new TestFollower(node, TestSessions.user("2"));
    bob.follow(STREAM);

    node.transactions.begin();
    node.evictions.evict(STREAM, Identity.key(Identity.Kind.USER, 1));
    node.transactions.commit();

    assertThat(bob.fate).isEmpty();
  }

  @Test
  void isEvictedIfItsRightEndedWhileItWasHeld() {
    new TestFollower(node, TestSessions.user("2")).follow(STREAM);
    Follow follow = ada.hold(STREAM);
    StreamHead authorised = log.head(STREAM);
    node.sequencers.offer(log.append(evictionOf(ada)).get(0));

    follow.startAt(authorised, true);

    assertThat(ada.fate).containsExactly("evicted");
  }

  @Test
  void staysIfItWasLetInAgainBeforeTheNodeHeardOfTheEvictionBefore() {
    new TestFollower(node, TestSessions.user("2")).follow(STREAM);
    LogEvent removal = log.append(evictionOf(ada)).get(0);
    Follow follow = ada.hold(STREAM);
    follow.startAt(log.head(STREAM), true);
    follow.goLive();

    node.sequencers.offer(removal);
    node.commit(new Event(STREAM, "2"));

    assertThat(ada.fate).isEmpty();
    assertThat(ada.heard()).containsExactly("2");
  }

  private static List<Event> evictionOf(TestFollower who) {
    return List.of(Event.control(STREAM, EventKind.EVICTION, who.session.identity().key()));
  }

  // Audiences.

  @Test
  void hearsAnEventOfTwoOfItsStreamsOnceFromTheWidest() {
    ada.follow(NARROW);
    ada.follow(WIDE);

    node.commit(new Event(List.of(WIDE, NARROW), "", "1"));

    assertThat(ada.heard()).containsExactly("1");
    assertThat(ada.connection.texts().get(0)).contains("\"stream_id\":\"" + WIDE + "\"");
  }

  @Test
  void hearsItFromTheNarrowOneWhenThatIsTheOnlyOne() {
    ada.follow(NARROW);

    node.commit(new Event(List.of(WIDE, NARROW), "", "1"));

    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void hearsItFromTheNarrowOneWhenItJoinedTheWideOneLater() {
    LogEvent[] rows =
        log.append(List.of(new Event(List.of(WIDE, NARROW), "", "1"))).toArray(LogEvent[]::new);
    Follow narrow = ada.hold(NARROW);
    narrow.startAt(new StreamHead(rows[1].streamId(), NARROW, rows[1].epoch(), 0, 1, 1), false);
    ada.follow(WIDE);
    narrow.goLive();

    node.sequencers.offer(rows[1]);
    node.sequencers.offer(rows[0]);

    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void replaysAnEventOfTwoStreamsOnceToo() {
    node.commit(new Event(List.of(WIDE, NARROW), "", "1"), new Event(NARROW, "2"));

    Follow wide = ada.hold(WIDE);
    Follow narrow = ada.hold(NARROW);
    wide.startAt(log.head(WIDE), false);
    narrow.startAt(log.head(NARROW), false);
    wide.replayAfter(0, () -> {});
    narrow.replayAfter(0, () -> {});

    assertThat(ada.heard()).containsExactly("1", "2");
  }

  @Test
  void isNotToldWhatExcludesIt() {
    ada.follow(STREAM);
    TestFollower bob = new TestFollower(node, TestSessions.user("2"));
    bob.follow(STREAM);

    node.commit(
        new Event(STREAM, "1").excluding(ada.session.id()),
        new Event(STREAM, "2").excludingIdentity(bob.session.identity().key()));

    assertThat(ada.heard()).containsExactly("2");
    assertThat(bob.heard()).containsExactly("1");
  }

  @Test
  void hearsATransientEventOfTwoStreamsOnce() {
    ada.hold("a");
    ada.hold("b");

    node.broadcaster.publish(new Event(List.of("a", "b"), "", "1"));

    assertThat(ada.heard()).containsExactly("1");
  }
}
