package io.ropeway.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnTest {

  private final Turn turn = new Turn();
  private final List<String> ran = new ArrayList<>();

  @Test
  void runsATaskAtOnceOnTheThreadThatTakesTheTurn() {
    Thread[] on = new Thread[1];

    turn.take(() -> on[0] = Thread.currentThread());

    assertThat(on[0]).isSameAs(Thread.currentThread());
  }

  @Test
  void runsATaskTakenWithinATaskAfterIt() {
    turn.take(
        () -> {
          turn.take(() -> ran.add("inner"));
          ran.add("outer");
        });

    assertThat(ran).containsExactly("outer", "inner");
  }

  @Test
  void letsWhoComesSecondGoOnWhileTheFirstThreadDoesItsTask() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Thread[] ranOn = new Thread[1];
    Thread first =
        new Thread(
            () ->
                turn.take(
                    () -> {
                      inside.countDown();
                      await(release);
                    }));
    first.start();
    await(inside);

    turn.take(() -> ranOn[0] = Thread.currentThread());
    assertThat(ranOn[0]).as("left to the first thread").isNull();
    release.countDown();
    first.join(5_000);

    assertThat(ranOn[0]).isSameAs(first);
  }

  @Test
  void goesOnAfterATaskThatFails() {
    turn.take(
        () -> {
          throw new IllegalStateException("as asked");
        });
    turn.take(
        () -> {
          throw new OutOfMemoryError("as asked");
        });
    turn.take(() -> ran.add("next"));

    assertThat(ran).containsExactly("next");
  }

  @Test
  void runsOneTaskAtATimeInTheOrderOfEachThread() throws Exception {
    int threads = 4;
    int tasks = 20_000;
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    AtomicInteger disorder = new AtomicInteger();
    int[] last = new int[threads];
    CountDownLatch done = new CountDownLatch(threads * tasks);
    for (int t = 0; t < threads; t++) {
      int thread = t;
      new Thread(
              () -> {
                for (int i = 1; i <= tasks; i++) {
                  int number = i;
                  turn.take(
                      () -> {
                        if (inside.getAndIncrement() != 0) {
                          overlaps.incrementAndGet();
                        }
                        if (last[thread] != number - 1) {
                          disorder.incrementAndGet();
                        }
                        last[thread] = number;
                        inside.decrementAndGet();
                        done.countDown();
                      });
                }
              })
          .start();
    }

    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(overlaps).hasValue(0);
    assertThat(disorder).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
