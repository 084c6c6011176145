package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final String STREAM = "durable";

  private final ManualTime time = new ManualTime();
  private final TestStreamLog log = new TestStreamLog();
  private final TestBroadcasting node = new TestBroadcasting(time, log);
  private final TestFollower ada = new TestFollower(node);
  private final List<Integer> heardWhenDone = new ArrayList<>();

  @Test
  void tellsWhatCameAfterAPositionAndGoesLive() {
    store(250);

    ada.followAfter(STREAM, 40, this::done);
    node.commit(new Event(STREAM, "251"));

    assertThat(ada.heard()).containsExactlyElementsOf(numbers(41, 251));
    assertThat(heardWhenDone).containsExactly(210);
  }

  @Test
  void isDoneAtOnceWhenNothingWasMissed() {
    store(3);

    ada.followAfter(STREAM, 3, this::done);

    assertThat(heardWhenDone).containsExactly(0);
    assertThat(log.reads).hasValue(0);
  }

  @Test
  void isDoneBeforeAnythingNewerIsTold() {
    store(3);
    Follow follow = ada.hold(STREAM);
    follow.startAt(log.head(STREAM), false);
    node.commit(new Event(STREAM, "4"));

    follow.replayAfter(1, this::done);

    assertThat(heardWhenDone).containsExactly(2);
    assertThat(ada.heard()).containsExactly("2", "3", "4");
  }

  @Test
  void repeatsNothingThatWasToldLive() {
    store(3);
    Follow follow = ada.follow(STREAM);
    node.commit(new Event(STREAM, "4"));

    follow.replayAfter(1, this::done);
    node.commit(new Event(STREAM, "5"));

    assertThat(ada.heard()).containsExactly("4", "2", "3", "5");
    assertThat(heardWhenDone).containsExactly(3);
  }

  @Test
  void repeatsNothingThatWasReplayedBefore() {
    store(3);
    Follow follow = ada.followAfter(STREAM, 1, this::done);

    follow.replayAfter(1, this::done);
    follow.replayAfter(2, this::done);

    assertThat(ada.heard()).containsExactly("2", "3");
    assertThat(heardWhenDone).containsExactly(2, 2, 2);
  }

  @Test
  void repeatsNothingToWhoAsksAgainWhileItIsUnderWay() {
    store(250);
    node.delivery.hold();
    Follow follow = ada.followAfter(STREAM, 40, this::done);

    follow.replayAfter(40, this::done);
    follow.replayAfter(30, this::done);
    follow.replayAfter(100, this::done);
    node.commit(new Event(STREAM, "251"));
    node.delivery.release();

    List<String> expected = new ArrayList<>(numbers(41, 251));
    expected.addAll(numbers(31, 40));
    assertThat(ada.heard()).containsExactlyElementsOf(expected);
    assertThat(heardWhenDone).hasSize(4);
  }

  @Test
  void missesNothingThatIsPublishedWhileItReads() {
    store(150);
    node.delivery.hold();
    ada.followAfter(STREAM, 0, this::done);
    for (int i = 151; i <= 300; i++) {
      node.commit(new Event(STREAM, "" + i));
    }
    node.delivery.release();

    assertThat(ada.heard()).containsExactlyElementsOf(numbers(1, 300));
  }

  @Test
  void takesNoMoreThanTheClientDoes() {
    store(2000);
    ada.connection.holdBack();

    ada.followAfter(STREAM, 0, this::done);

    assertThat(log.reads.get()).as("pages that were read").isLessThan(8);
    assertThat(heardWhenDone).isEmpty();
    ada.connection.readOn();
    assertThat(ada.heard()).containsExactlyElementsOf(numbers(1, 2000));
    assertThat(ada.connection.closed()).isNull();
  }

  @Test
  void endsWithAClientThatTakesNothing() {
    store(2000);
    ada.connection.holdBack();
    ada.followAfter(STREAM, 0, this::done);

    time.pass(Duration.ofSeconds(14));
    assertThat(ada.session.isEnding()).isFalse();
    time.pass(Duration.ofSeconds(2));

    assertThat(ada.session.isEnding()).isTrue();
  }

  @Test
  void waitsForADatabaseThatIsAwayAndBlamesNobody() {
    store(300);
    log.away(false);
    Follow follow = ada.hold(STREAM);
    follow.startAt(log.head(STREAM), false);
    log.away(true);
    follow.replayAfter(0, this::done);
    time.pass(Duration.ofSeconds(20));
    assertThat(ada.heard()).isEmpty();
    assertThat(ada.session.isEnding()).isFalse();

    log.away(false);
    time.pass(Duration.ofSeconds(2));

    assertThat(ada.heard()).containsExactlyElementsOf(numbers(1, 300));
  }

  @Test
  void saysSoWhenWhatWasMissedIsTrimmedAway() {
    store(10);
    log.trimBelow(STREAM, 6);

    ada.followAfter(STREAM, 2, this::done);

    assertThat(ada.fate).containsExactly("lost " + STREAM);
    assertThat(heardWhenDone).isEmpty();
    assertThat(ada.heard()).containsExactlyElementsOf(numbers(6, 10));
  }

  @Test
  void readsAPageOnceForAllWhoWaitForIt() {
    store(300);

    for (int i = 0; i < 50; i++) {
      TestFollower one = new TestFollower(node);
      one.followAfter(STREAM, 0, () -> {});
      assertThat(one.heard()).hasSize(300);
    }

    assertThat(log.reads.get()).isLessThanOrEqualTo(4);
  }

  @Test
  void tellsNothingTransientMeanwhile() {
    store(2000);
    ada.connection.holdBack();
    ada.followAfter(STREAM, 0, this::done);

    node.broadcaster.publish(new Event(STREAM, "\"typing\"").asTransient());
    ada.connection.readOn();
    node.broadcaster.publish(new Event(STREAM, "\"typed\"").asTransient());

    assertThat(ada.heard()).doesNotContain("\"typing\"").endsWith("2000", "\"typed\"");
  }

  @Test
  void endsWithItsFollow() {
    store(2000);
    ada.connection.holdBack();
    Follow follow = ada.followAfter(STREAM, 0, this::done);
    int told = ada.heard().size();

    follow.end();
    ada.connection.readOn();

    assertThat(ada.heard().size()).isLessThan(2000).isGreaterThan(told);
    assertThat(heardWhenDone).isEmpty();
  }

  private void store(int count) {
    for (int i = 1; i <= count; i++) {
      log.append(STREAM, "" + i);
    }
  }

  private void done() {
    heardWhenDone.add(ada.heard().size());
  }

  private static List<String> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
  }
}
