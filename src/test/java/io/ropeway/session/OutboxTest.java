package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.EncodedFrame;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final RecordingConnection connection = new RecordingConnection();
  private final AtomicInteger tooSlow = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private final Outbox outbox = outbox(1_000, 4);

  private Outbox outbox(int maxBytes, int maxFrames) {
    Outbox made = new Outbox(connection, tooSlow::incrementAndGet, maxBytes, maxFrames);
    connection.listenTo(made);
    return made;
  }

  @Nested
  class OfAClientThatKeepsUp {

    @Test
    void sendsEveryFrameAtOnce() {
      offer("a", "b", "c");

      assertThat(connection.texts()).containsExactly("a", "b", "c");
      assertThat(outbox.waitingBytes()).isZero();
    }

    @Test
    void sendsFarMoreThanMayWait() {
      for (int i = 0; i < 1_000; i++) {
        offer("x".repeat(100));
      }

      assertThat(connection.texts()).hasSize(1_000);
      assertThat(tooSlow).hasValue(0);
    }

    @Test
    void sendsAFrameThatIsLargerThanWhatMayWait() {
      offer("x".repeat(5_000));

      assertThat(connection.texts()).hasSize(1);
    }
  }

  @Nested
  class OfAClientThatReadsSlowly {

    @Test
    void keepsTheOrder() {
      connection.holdBack();
      offer("a", "b", "c");
      assertThat(connection.texts()).containsExactly("a");

      connection.readOn();

      assertThat(connection.texts()).containsExactly("a", "b", "c");
    }

    @Test
    void sendsOneFrameForEachCompletion() {
      connection.holdBack();
      offer("a", "b", "c");

      connection.deliver();

      assertThat(connection.texts()).containsExactly("a", "b");
    }

    @Test
    void countsTheBytesOfWhatWaits() {
      connection.holdBack();
      offer("under way", "1234567890");

      assertThat(outbox.waitingBytes()).isEqualTo(new EncodedFrame("1234567890").size());
    }

    @Test
    void isTooSlowWithOneFrameMoreThanMayWait() {
      connection.holdBack();
      offer("under way", "1", "2", "3", "4");
      assertThat(tooSlow).hasValue(0);

      offer("5");

      assertThat(tooSlow).hasValue(1);
    }

    @Test
    void isTooSlowWithMoreBytesThanMayWait() {
      connection.holdBack();
      offer("under way", "x".repeat(600));
      assertThat(tooSlow).hasValue(0);

      offer("x".repeat(600));

      assertThat(tooSlow).hasValue(1);
    }

    @Test
    void isToldSoOnceAndItsQueueIsDropped() {
      connection.holdBack();
      for (int i = 0; i < 20; i++) {
        offer("x");
      }
      connection.readOn();

      assertThat(tooSlow).hasValue(1);
      assertThat(connection.texts()).hasSize(1);
      assertThat(outbox.waitingBytes()).isZero();
    }

    @Test
    void mayLetAnyNumberOfFramesWaitIfThatCountIsSwitchedOff() {
      Outbox unlimited = outbox(1_000_000, 0);
      connection.holdBack();
      for (int i = 0; i < 10_000; i++) {
        unlimited.offer(new EncodedFrame("x"));
      }

      assertThat(tooSlow).hasValue(0);
    }
  }

  @Nested
  class Urgently {

    @Test
    void goesAtOnceOnAnIdleConnection() {
      urgent("ping");

      assertThat(connection.texts()).containsExactly("ping");
    }

    @Test
    void overtakesAllThatWaits() {
      connection.holdBack();
      offer("a", "b", "c");
      urgent("ping");

      connection.readOn();

      assertThat(connection.texts()).containsExactly("a", "ping", "b", "c");
    }

    @Test
    void replacesAnUrgentFrameThatStillWaits() {
      connection.holdBack();
      offer("a", "b");
      urgent("ping 1");
      urgent("ping 2");

      connection.readOn();

      assertThat(connection.texts()).containsExactly("a", "ping 2", "b");
    }

    @Test
    void neverMakesAClientTooSlow() {
      connection.holdBack();
      offer("under way", "1", "2", "3", "4");
      urgent("ping");

      assertThat(tooSlow).hasValue(0);
    }
  }

  @Nested
  class Probing {

    @Test
    void probesInTurn() {
      connection.holdBack();
      offer("a", "b");
      outbox.offerProbe();
      offer("c");
      outbox.offerProbe();

      connection.readOn();

      assertThat(connection.inOrder()).containsExactly("a", "b", "probe 1", "c", "probe 2");
      assertThat(outbox.probesSent()).isEqualTo(2);
    }

    @Test
    void probesAtOnceWhileNothingIsUnderWay() {
      offer("a");
      outbox.offerProbe();
      offer("b");

      assertThat(connection.inOrder()).containsExactly("a", "probe 1", "b");
    }

    @Test
    void isOvertakenByWhatIsUrgent() {
      connection.holdBack();
      offer("a");
      outbox.offerProbe();
      urgent("ping");

      connection.readOn();

      assertThat(connection.inOrder()).containsExactly("a", "ping", "probe 1");
    }

    @Test
    void leavesNothingBehind() {
      connection.holdBack();
      offer("a");
      outbox.offerProbe();
      assertThat(outbox.waitingBytes()).isPositive();

      connection.readOn();

      assertThat(outbox.waitingBytes()).isZero();
    }

    @Test
    void probesNobodyWhoIsToldGoodbye() {
      finish("bye", true);
      outbox.offerProbe();

      assertThat(connection.probes()).isZero();
    }
  }

  @Nested
  class Finishing {

    @Test
    void runsTheActionAfterTheLastFrame() {
      finish("bye", true);

      assertThat(connection.texts()).containsExactly("bye");
      assertThat(finished).hasValue(1);
    }

    @Test
    void runsTheActionAtOnceWithoutALastFrame() {
      outbox.finish(null, true, finished::incrementAndGet);

      assertThat(finished).hasValue(1);
    }

    @Test
    void letsWhatWaitsGoOutBefore() {
      connection.holdBack();
      offer("a", "b");
      finish("bye", true);
      assertThat(finished).hasValue(0);

      connection.readOn();

      assertThat(connection.texts()).containsExactly("a", "b", "bye");
      assertThat(finished).hasValue(1);
    }

    @Test
    void dropsWhatWaitsIfTold() {
      connection.holdBack();
      offer("a", "b");
      finish("bye", false);

      connection.readOn();

      assertThat(connection.texts()).containsExactly("a", "bye");
      assertThat(finished).hasValue(1);
    }

    @Test
    void waitsForTheFrameUnderWayAlsoWithoutALastFrame() {
      connection.holdBack();
      offer("a");
      outbox.finish(null, false, finished::incrementAndGet);
      assertThat(finished).hasValue(0);

      connection.deliver();

      assertThat(finished).hasValue(1);
    }

    @Test
    void sendsNothingThatIsOfferedLater() {
      finish("bye", true);
      offer("late");
      urgent("ping");

      assertThat(connection.texts()).containsExactly("bye");
    }

    @Test
    void sendsTheLastFrameAlsoToAClientThatIsTooSlow() {
      connection.holdBack();
      Outbox strict = new Outbox(connection, () -> finishStrictly(), 1_000, 1);
      strictBox = strict;
      connection.listenTo(strict);
      for (String text : List.of("under way", "1", "2")) {
        strict.offer(new EncodedFrame(text));
      }

      connection.readOn();

      assertThat(connection.texts()).containsExactly("under way", "too slow");
      assertThat(finished).hasValue(1);
    }

    private Outbox strictBox;

    private void finishStrictly() {
      strictBox.finish(new EncodedFrame("too slow"), false, finished::incrementAndGet);
    }
  }

  @Test
  void forgetsEverythingWhenTheConnectionIsGone() {
    connection.holdBack();
    offer("a", "b");
    outbox.finish(new EncodedFrame("bye"), true, finished::incrementAndGet);

    outbox.discard();
    connection.readOn();

    assertThat(connection.texts()).containsExactly("a");
    assertThat(finished).hasValue(0);
    assertThat(outbox.waitingBytes()).isZero();
  }

  private void offer(String... texts) {
    for (String text : texts) {
      outbox.offer(new EncodedFrame(text));
    }
  }

  private void urgent(String text) {
    outbox.offerUrgent(new EncodedFrame(text));
  }

  private void finish(String last, boolean keepWaiting) {
    outbox.finish(new EncodedFrame(last), keepWaiting, finished::incrementAndGet);
  }
}
