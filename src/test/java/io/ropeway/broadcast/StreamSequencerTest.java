package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.ManualTime;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamSequencerTest {

  private static final String STREAM = "durable";

  private final ManualTime time = new ManualTime();
  private final TestStreamLog log = new TestStreamLog();
  private final TestBroadcasting node = new TestBroadcasting(time, log);
  private final TestFollower ada = new TestFollower(node);

  @Test
  void deliversAnEventOfThisNodeAfterItsCommit() {
    ada.follow(STREAM);
    node.transactions.begin();
    node.broadcaster.publish(new Event(STREAM, "1"));
    assertThat(ada.heard()).isEmpty();

    node.transactions.commit();

    assertThat(ada.heard()).containsExactly("1");
    assertThat(node.sent).singleElement().isInstanceOf(BusMessage.Logged.class);
  }

  @Test
  void deliversNeitherNorLogsWhatIsRolledBack() {
    ada.follow(STREAM);
    node.transactions.begin();
    node.broadcaster.publish(new Event(STREAM, "1"));

    node.transactions.rollBack();

    assertThat(ada.heard()).isEmpty();
    assertThat(log.head(STREAM).offset()).isZero();
  }

  @Test
  void deliversNothingOnThePublishersThread() {
    ada.follow(STREAM);
    node.delivery.hold();

    node.commit(new Event(STREAM, "1"));
    assertThat(ada.heard()).isEmpty();

    node.delivery.release();
    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void ordersWhatArrivesInAnyOrder() {
    ada.follow(STREAM);
    LogEvent first = log.append(STREAM, "1");
    LogEvent second = log.append(STREAM, "2");
    LogEvent third = log.append(STREAM, "3");

    node.sequencers.offer(third);
    node.sequencers.offer(second);
    assertThat(ada.heard()).isEmpty();
    node.sequencers.offer(first);

    assertThat(ada.heard()).containsExactly("1", "2", "3");
  }

  @Test
  void dropsWhatItDeliveredBefore() {
    ada.follow(STREAM);
    LogEvent first = log.append(STREAM, "1");

    node.sequencers.offer(first);
    node.sequencers.offer(first);

    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void readsAGapThatStandsFromTheLog() {
    ada.follow(STREAM);
    log.append(STREAM, "1");
    log.append(STREAM, "2");
    node.sequencers.offer(log.append(STREAM, "3"));

    time.pass(Duration.ofMillis(40));
    assertThat(log.reads).hasValue(0);
    time.pass(Duration.ofMillis(60));

    assertThat(ada.heard()).containsExactly("1", "2", "3");
    assertThat(log.reads).hasValue(1);
  }

  @Test
  void readsNothingWhenAGapClosesByItself() {
    ada.follow(STREAM);
    LogEvent first = log.append(STREAM, "1");
    node.sequencers.offer(log.append(STREAM, "2"));
    node.sequencers.offer(first);

    time.pass(Duration.ofSeconds(1));

    assertThat(log.reads).hasValue(0);
    assertThat(ada.heard()).containsExactly("1", "2");
  }

  @Test
  void asksAgainForAGapThatCouldNotBeRead() {
    node.headWatch.start();
    ada.follow(STREAM);
    log.append(STREAM, "1");
    node.sequencers.offer(log.append(STREAM, "2"));
    log.away(true);
    time.pass(Duration.ofSeconds(3));
    assertThat(ada.heard()).isEmpty();

    log.away(false);
    time.pass(Duration.ofSeconds(2));

    assertThat(ada.heard()).containsExactly("1", "2");
  }

  @Test
  void findsWhatNobodyToldItByTheHeads() {
    node.headWatch.start();
    ada.follow(STREAM);
    log.append(STREAM, "1");

    time.pass(Duration.ofMillis(1200));

    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void findsItAtOnceWhenTheBusSaysThatSomethingIsMissing() {
    ada.follow(STREAM);
    log.append(STREAM, "1");

    node.headWatch.lookNow();
    time.pass(Duration.ofMillis(100));

    assertThat(ada.heard()).containsExactly("1");
  }

  @Test
  void asksForAllHeadsByOneQuery() {
    node.headWatch.start();
    for (int i = 0; i < 50; i++) {
      ada.follow(STREAM + i);
    }
    int before = log.headQueries.get();

    time.pass(Duration.ofSeconds(3));

    assertThat(log.headQueries.get() - before).isEqualTo(3);
  }

  @Test
  void takesAHeadThatWasReadBeforeADeliveryForNoLogThatWentBack() {
    ada.follow(STREAM);
    StreamHead stale = log.head(STREAM);
    StreamSequencer sequencer = node.sequencers.all().iterator().next();
    long deliveredBefore = sequencer.delivered();
    node.commit(new Event(STREAM, "1"));

    sequencer.headSeen(stale, deliveredBefore);

    assertThat(ada.fate).isEmpty();
    assertThat(log.head(STREAM).epoch()).isEqualTo(stale.epoch());
  }

  @Test
  void beginsANewEpochWhenTheLogWentBack() {
    node.headWatch.start();
    ada.follow(STREAM);
    node.commit(new Event(STREAM, "1"), new Event(STREAM, "2"), new Event(STREAM, "3"));
    String epoch = log.head(STREAM).epoch();

    log.goBack(STREAM, 1);
    time.pass(Duration.ofSeconds(2));

    assertThat(log.head(STREAM).epoch()).isNotEqualTo(epoch);
    assertThat(ada.fate).containsExactly("restarted " + STREAM);
    node.commit(new Event(STREAM, "2 again"));
    assertThat(ada.heard()).containsExactly("1", "2", "3", "2 again");
  }

  @Test
  void losesNoEventAfterTheCommandThatFollowsARestoredBackup() {
    node.headWatch.start();
    ada.follow(STREAM);
    node.commit(new Event(STREAM, "1"), new Event(STREAM, "2"));
    log.goBack(STREAM, 1);
    log.restored();

    LogEvent later = log.append(STREAM, "later");
    node.sequencers.offer(later);
    log.append(STREAM, "unheard of");
    time.pass(Duration.ofSeconds(3));

    assertThat(ada.heard()).containsExactly("1", "2", "later", "unheard of");
    assertThat(ada.fate).containsExactly("restarted " + STREAM);
  }

  @Test
  void goesOnAtTheFloorWhenWhatComesNextWasTrimmedAway() {
    node.headWatch.start();
    ada.follow(STREAM);
    for (int i = 1; i <= 4; i++) {
      log.append(STREAM, "" + i);
    }
    log.trimBelow(STREAM, 3);

    time.pass(Duration.ofSeconds(2));

    assertThat(ada.fate).containsExactly("lost " + STREAM);
    assertThat(ada.heard()).containsExactly("3", "4");
  }

  @Test
  void keepsOneOrderForAllFollowersOnAllNodes() {
    TestBroadcasting other = new TestBroadcasting(time, log);
    TestFollower bob = new TestFollower(other, TestSessions.user("2"));
    ada.follow(STREAM);
    bob.follow(STREAM);

    node.commit(new Event(STREAM, "1"));
    other.commit(new Event(STREAM, "2"));
    node.commit(new Event(STREAM, "3"));
    exchange(other, node);
    exchange(node, other);

    assertThat(ada.heard()).containsExactly("1", "2", "3");
    assertThat(bob.heard()).containsExactly("1", "2", "3");
  }

  private static void exchange(TestBroadcasting from, TestBroadcasting to) {
    from.sent.stream()
        .map(BusMessage.Logged.class::cast)
        .forEach(message -> to.sequencers.offer(message.event()));
  }

  @Test
  void deliversTransientEventsOfADurableStreamWithoutAPlaceInItsOrder() {
    ada.follow(STREAM);

    node.broadcaster.publish(new Event(STREAM, "\"typing\"").asTransient());

    assertThat(ada.heard()).containsExactly("\"typing\"");
    assertThat(log.head(STREAM).offset()).isZero();
  }

  @Test
  void staysForAWhileForThoseWhoComeBack() {
    node.headWatch.start();
    Follow follow = ada.follow(STREAM);
    node.commit(new Event(STREAM, "1"));
    follow.end();
    time.pass(Duration.ofSeconds(20));
    node.commit(new Event(STREAM, "2"));

    ada.followAfter(STREAM, 1, () -> {});
    node.commit(new Event(STREAM, "3"));

    assertThat(ada.heard()).containsExactly("1", "2", "3");
    assertThat(log.reads).hasValue(0);
  }

  @Test
  void goesWhenNobodyComesBackAndBeginsAnewAtTheHead() {
    node.headWatch.start();
    ada.follow(STREAM).end();
    time.pass(Duration.ofSeconds(32));
    assertThat(node.sequencers.size()).isZero();
    assertThat(node.sequencers.cachedBytes()).isZero();
    node.commit(new Event(STREAM, "1"));

    ada.follow(STREAM);
    node.commit(new Event(STREAM, "2"));

    assertThat(ada.heard()).containsExactly("2");
  }

  @Test
  void deliversNothingLateToTheFollowersOfItsSuccessor() {
    node.headWatch.start();
    ada.follow(STREAM).end();
    StreamSequencer first = node.sequencers.all().iterator().next();
    LogEvent late = log.append(STREAM, "1");
    time.pass(Duration.ofSeconds(32));
    ada.follow(STREAM);

    first.offer(late);

    assertThat(ada.heard()).isEmpty();
  }

  @Test
  void forgetsAnErasedTextBeforeAnybodyIsToldItFromMemory() {
    ada.follow(STREAM);
    node.commit(new Event(STREAM, "\"secret\"").about("message:1", null));
    node.transactions.begin();
    log.redactSubject("message:1", name -> "\"gone\"");
    node.broadcaster.publish(new Event(STREAM, "\"deleted\"").about("message:1", null));
    node.transactions.commit();
    TestFollower late = new TestFollower(node);

    late.followAfter(STREAM, 0, () -> {});

    assertThat(late.heard()).isEqualTo(List.of("\"gone\"", "\"deleted\""));
  }
}
