package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.broadcast.LogEvent.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every log of durable streams keeps. */
public abstract class StreamLogContract extends TestedLog {

  // Heads.

  @Test
  void givesAStreamThatNobodyHasUsedAHeadBeforeTheFirstEntry() {
    StreamHead head = log().head(a);
    assertThat(head.stream()).isEqualTo(a);
    assertThat(head.offset()).isZero();
    assertThat(head.floor()).isEqualTo(1);
    assertThat(head.epochStart()).isEqualTo(1);
    assertThat(head.epoch()).isNotBlank().hasSizeLessThan(30);
    assertThat(head.canReplayAfter(head.epoch(), 0)).isTrue();
    assertThat(log().head(a)).isEqualTo(head);
    assertThat(log().read(head, 0, 10)).isEmpty();
  }

  @Test
  void readsManyHeadsByTheirNumbersAndLeavesOutWhatIsNotThere() {
    fill(a, 2);
    StreamHead first = log().head(a);
    StreamHead second = log().head(b);
    assertThat(log().heads(List.of(second.id(), 999_999_999L, first.id())))
        .containsExactlyInAnyOrder(first, second);
    assertThat(log().heads(List.of())).isEmpty();
  }

  @Test
  void tellsASnapshotsHeadInsideATransaction() {
    fill(a, 2);
    StreamHead head = inTransaction(() -> log().snapshotHead(a));
    assertThat(head).isEqualTo(log().head(a));
    assertThat(inTransaction(() -> log().snapshotHead(b)).offset()).isZero();
  }

  // Appending.

  @Test
  void storesEventsAsTheyWerePublished() {
    Event event =
        event(a, "{\"text\":\"Grüße 🚡\"}")
            .excluding("session")
            .excludingIdentity("USER:7")
            .about("message:1", "USER:8");
    List<LogEvent> stored = append(event, Event.control(a, EventKind.EVICTION, "USER:9"));
    StreamHead head = log().head(a);
    assertThat(stored).isEqualTo(log().read(head, 0, 10)).hasSize(2);
    LogEvent first = stored.get(0);
    assertThat(first.stream()).isEqualTo(a);
    assertThat(first.streamId()).isEqualTo(head.id());
    assertThat(first.epoch()).isEqualTo(head.epoch());
    assertThat(first.offset()).isEqualTo(1);
    assertThat(first.kind()).isEqualTo(EventKind.DATA);
    assertThat(first.name()).isEqualTo("said");
    assertThat(first.payload()).isEqualTo("{\"text\":\"Grüße 🚡\"}");
    assertThat(first.exclusion()).isEqualTo(Exclusion.of("session", "USER:7"));
    assertThat(first.audience()).containsExactly(new Place(head.id(), 1));
    assertThat(first.subject()).isEqualTo("message:1");
    assertThat(stored.get(1).kind()).isEqualTo(EventKind.EVICTION);
    assertThat(stored.get(1).exclusion()).isSameAs(Exclusion.NOBODY);
    assertThat(stored.get(1).subject()).isNull();
    assertThat(head.offset()).isEqualTo(2);
  }

  @Test
  void numbersTheEventsOfOneTransactionInTheOrderOfPublishing() {
    List<LogEvent> stored = append(event(a, "1"), event(b, "2"), event(a, "3"), event(a, "4"));
    assertThat(stored).extracting(LogEvent::payload).containsExactly("1", "2", "3", "4");
    assertThat(stored).extracting(LogEvent::offset).containsExactly(1L, 1L, 2L, 3L);
    assertThat(payloads(a, 0)).containsExactly("1", "3", "4");
    assertThat(payloads(a, 1)).containsExactly("3", "4");
    assertThat(payloads(a, 3)).isEmpty();
  }

  @Test
  void storesAnEventOfAnAudienceInEveryStreamWithAllItsPlacesInOrder() {
    fill(a, 4);
    List<LogEvent> stored = append(new Event(List.of(b, a), "both", "x"), event(a, "y"));
    Place inB = new Place(log().head(b).id(), 1);
    Place inA = new Place(log().head(a).id(), 5);
    assertThat(stored).extracting(LogEvent::stream).containsExactly(b, a, a);
    assertThat(stored.get(0).audience()).containsExactly(inB, inA);
    assertThat(stored.get(1).audience()).containsExactly(inB, inA);
    assertThat(log().read(log().head(b), 0, 10)).containsExactly(stored.get(0));
    assertThat(log().read(log().head(a), 4, 10)).containsExactly(stored.get(1), stored.get(2));
  }

  @Test
  void leavesNeitherAnEntryNorAGapAfterARollback() {
    fill(a, 1);
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  inTransaction(
                      () -> {
                        log().append(List.of(event(a, "no"), event(b, "no")));
                        throw new IllegalStateException("rolled back");
                      }));
    }
    append(event(a, "2"), event(b, "1"));
    assertThat(payloads(a, 0)).containsExactly("1", "2");
    assertThat(payloads(b, 0)).containsExactly("1");
    assertThat(log().head(b).offset()).isEqualTo(1);
  }

  @Test
  void showsNothingOfATransactionThatHasNotCommitted() {
    inTransaction(
        () -> {
          log().append(List.of(event(a, "1")));
          assertThat(elsewhere(() -> log().head(b).offset())).isZero();
          return 0;
        });
    fill(a, 1);
    inTransaction(
        () -> {
          log().append(List.of(event(a, "3")));
          StreamHead seen = elsewhere(() -> log().head(a));
          assertThat(seen.offset()).isEqualTo(2);
          assertThat(elsewhere(() -> log().read(seen, 0, 10))).hasSize(2);
          return 0;
        });
    assertThat(log().head(a).offset()).isEqualTo(3);
  }

  @Test
  void numbersConcurrentAppendsWithoutGapsAndInTheOrderOfTheirCommits() {
    int threads = 4;
    int each = 50;
    fill(a, 1);
    List<Long> ended = new ArrayList<>();
    concurrently(
        threads,
        thread -> {
          for (int i = 0; i < each; i++) {
            long offset = append(event(a, thread + ":" + i)).get(0).offset();
            synchronized (ended) {
              ended.add(offset);
            }
          }
        });
    assertThat(offsets(a)).isEqualTo(upTo(1 + threads * each));
    assertThat(ended).doesNotHaveDuplicates();
    for (int thread = 0; thread < threads; thread++) {
      String mine = thread + ":";
      assertThat(payloads(a, 0).stream().filter(payload -> payload.startsWith(mine)))
          .containsExactlyElementsOf(IntStream.range(0, each).mapToObj(i -> mine + i).toList());
    }
  }

  @Test
  void seesEveryLowerOffsetOnceItSeesAHigherOne() {
    fill(a, 1);
    CountDownLatch done = new CountDownLatch(2);
    concurrently(
        3,
        thread -> {
          if (thread < 2) {
            try {
              for (int i = 0; i < 60; i++) {
                append(event(a, "x"));
              }
            } finally {
              done.countDown();
            }
            return;
          }
          while (done.getCount() > 0) {
            StreamHead head = log().head(a);
            assertThat(log().read(head, 0, 1_000).size())
                .isGreaterThanOrEqualTo((int) head.offset());
          }
        });
  }

  @Test
  void doesNotDeadlockWhenTransactionsNameTheSameStreamsInOppositeOrders() {
    concurrently(
        4,
        thread -> {
          for (int i = 0; i < 40; i++) {
            List<String> audience = thread % 2 == 0 ? List.of(a, b) : List.of(b, a);
            append(new Event(audience, "both", thread + ":" + i));
          }
        });
    assertThat(offsets(a)).isEqualTo(upTo(160));
    assertThat(offsets(b)).isEqualTo(upTo(160));
    assertThat(payloads(a, 0)).isEqualTo(payloads(b, 0));
  }

  @Test
  void makesTheHeadsOfNewStreamsFromManyTransactionsAtOnce() {
    for (int round = 0; round < 10; round++) {
      String one = a + "-" + round;
      String two = b + "-" + round;
      concurrently(
          4,
          thread -> {
            append(
                thread % 2 == 0 ? event(one, "x") : event(two, "x"),
                thread % 2 == 0 ? event(two, "x") : event(one, "x"));
            log().head(one);
          });
      assertThat(offsets(one)).isEqualTo(upTo(4));
      assertThat(offsets(two)).isEqualTo(upTo(4));
    }
  }

  // Reading.

  @Test
  void readsInPages() {
    fill(a, 5);
    StreamHead head = log().head(a);
    assertThat(log().read(head, 1, 2)).extracting(LogEvent::payload).containsExactly("2", "3");
    assertThat(log().read(head, 4, 2)).extracting(LogEvent::payload).containsExactly("5");
  }

  @Test
  void neverReadsAcrossAGap() {
    fill(a, 5);
    StreamHead head = log().head(a);
    lose(a, 3);
    assertThat(log().read(head, 0, 10)).extracting(LogEvent::offset).containsExactly(1L, 2L);
    assertThat(log().read(head, 2, 10)).isEmpty();
    assertThat(log().read(head, 3, 10)).extracting(LogEvent::offset).containsExactly(4L, 5L);
  }

  @Test
  void findsWhatWasTheLastEntryBeforeATime() {
    StreamHead empty = log().head(a);
    assertThat(log().lastBefore(empty, log().now())).isZero();
    fill(a, 3);
    pass(Duration.ofMinutes(10));
    fill(a, 2);
    Instant now = log().now();
    StreamHead head = log().head(a);
    assertThat(log().lastBefore(head, now.plusSeconds(60))).isEqualTo(5);
    assertThat(log().lastBefore(head, now.minusSeconds(60))).isEqualTo(3);
    assertThat(log().lastBefore(head, now.minus(Duration.ofHours(1)))).isZero();
  }

  // Trimming.

  @Test
  void trimsWhatIsBeyondBothAgeAndCount() {
    fill(a, 8);
    fill(b, 2);
    pass(KEEP.plusMinutes(1));
    fill(a, 2);
    assertThat(log().trim()).isGreaterThanOrEqualTo(7);
    StreamHead head = log().head(a);
    assertThat(head.floor()).isEqualTo(8);
    assertThat(head.offset()).isEqualTo(10);
    assertThat(log().read(head, 0, 10)).isEmpty();
    assertThat(log().read(head, 7, 10)).extracting(LogEvent::offset).containsExactly(8L, 9L, 10L);
    assertThat(log().lastBefore(head, log().now().minus(KEEP.multipliedBy(2)))).isEqualTo(7);
    assertThat(log().head(b).floor()).isEqualTo(1);
    assertThat(log().trim()).isZero();
  }

  @Test
  void keepsEverythingThatIsYoungAndEveryHead() {
    fill(a, 8);
    log().trim();
    assertThat(offsets(a)).isEqualTo(upTo(8));
    pass(KEEP.plusMinutes(1));
    log().trim();
    StreamHead head = log().head(a);
    assertThat(head.floor()).isEqualTo(6);
    assertThat(head.canReplayAfter(head.epoch(), 5)).isTrue();
    assertThat(head.canReplayAfter(head.epoch(), 4)).isFalse();
    assertThat(append(event(a, "9")).get(0).offset()).isEqualTo(9);
  }

  // Epochs.

  @Test
  void raisesAnEpochOnceHoweverManyNodesHaveSeenTheLogGoBack() {
    fill(a, 5);
    StreamHead seen = log().head(a);
    goBack(a, 3);
    StreamHead raised = log().raiseEpoch(seen);
    assertThat(raised.epoch()).isNotEqualTo(seen.epoch());
    assertThat(raised.offset()).isEqualTo(3);
    assertThat(raised.epochStart()).isEqualTo(4);
    assertThat(log().raiseEpoch(seen)).isEqualTo(raised);
    LogEvent next = append(event(a, "other")).get(0);
    assertThat(next.offset()).isEqualTo(4);
    assertThat(next.epoch()).isEqualTo(raised.epoch());
    assertThat(log().head(a).epochStart()).isEqualTo(4);
  }

  @Test
  void givesEveryStreamANewEpochAfterARestoredBackup() {
    fill(a, 5);
    StreamHead first = log().head(a);
    StreamHead second = log().head(b);
    restored();
    StreamHead now = log().head(a);
    assertThat(now.epoch()).isNotEqualTo(first.epoch());
    assertThat(now.offset()).isEqualTo(5);
    assertThat(now.epochStart()).isEqualTo(6);
    assertThat(log().head(b).epoch()).isNotEqualTo(second.epoch());
    assertThat(log().heads(List.of(now.id()))).containsExactly(now);
    assertThat(append(event(a, "6")).get(0).epoch()).isEqualTo(now.epoch());
  }

  // Erasing.

  @Test
  void replacesWhatWasSaidAboutASubjectInEveryStream() {
    append(
        new Event(List.of(a, b), "said", "secret").about(a + ":1", null),
        event(a, "kept").about(a + ":2", null));
    append(event(b, "kept"));
    Set<String> streams =
        inTransaction(() -> log().redactSubject(a + ":1", name -> "[" + name + "]"));
    assertThat(streams).contains(a);
    assertThat(payloads(a, 0)).containsExactly("[said]", "kept");
    assertThat(payloads(b, 0)).containsExactly("[said]", "kept");
  }

  @Test
  void replacesWhatSomebodySaid() {
    append(event(a, "x").about(null, "USER:" + a), event(a, "y").about(null, "USER:" + b));
    Set<String> streams =
        inTransaction(
            () -> log().redactAuthor("USER:" + a, (name, payload) -> name + "-" + payload));
    assertThat(streams).containsExactly(a);
    assertThat(payloads(a, 0)).containsExactly("said-x", "y");
  }

  @Test
  void keepsWhatWasSaidWhenTheErasingTransactionFails() {
    append(event(a, "x").about(a + ":1", "USER:" + a));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                inTransaction(
                    () -> {
                      log().redactSubject(a + ":1", name -> "");
                      log().redactAuthor("USER:" + a, (name, payload) -> "");
                      throw new IllegalStateException("rolled back");
                    }));
    assertThat(payloads(a, 0)).containsExactly("x");
  }
}
