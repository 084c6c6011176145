package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

  private final Deque<Runnable> handedOver = new ArrayDeque<>();
  private final SerialExecutor executor = new SerialExecutor(handedOver::add);
  private final List<String> ran = new ArrayList<>();

  @Test
  void runsTasksInOrder() {
    execute("a", "b", "c");

    runAll();

    assertThat(ran).containsExactly("a", "b", "c");
  }

  @Test
  void asksForOneThreadHoweverManyTasksWait() {
    execute("a", "b", "c");

    assertThat(handedOver).hasSize(1);
    assertThat(executor.waiting()).isEqualTo(3);
  }

  @Test
  void countsWhatWaitsBehindTheRunningTask() {
    executor.execute(() -> ran.add("waiting: " + executor.waiting()));
    execute("a", "b");

    runAll();

    assertThat(ran).startsWith("waiting: 2");
    assertThat(executor.waiting()).isZero();
  }

  @Test
  void letsOthersHaveTheThreadAfterAWhile() {
    for (int i = 0; i < 20; i++) {
      execute("" + i);
    }

    handedOver.poll().run();

    assertThat(ran).hasSizeLessThan(20);
    assertThat(handedOver).hasSize(1);
    runAll();
    assertThat(ran).hasSize(20);
  }

  @Test
  void runsWhatATaskAddsAfterWhatWaited() {
    executor.execute(
        () -> {
          ran.add("first");
          execute("added");
        });
    execute("second");

    runAll();

    assertThat(ran).containsExactly("first", "second", "added");
  }

  @Test
  void runsOnAfterATaskThatFails() {
    executor.execute(
        () -> {
          throw new IllegalStateException("as asked");
        });
    executor.execute(
        () -> {
          throw new StackOverflowError("as asked");
        });
    execute("next");

    runAll();
    execute("later");
    runAll();

    assertThat(ran).containsExactly("next", "later");
  }

  @Test
  void holdsNoThreadWhilePausedAndGoesOnWithTheTaskThatItIsResumedWith() {
    executor.execute(
        () -> {
          ran.add("paused");
          executor.pause();
        });
    execute("next");
    runAll();
    execute("later");

    assertThat(ran).containsExactly("paused");
    assertThat(handedOver).isEmpty();

    executor.resume(() -> ran.add("again"));
    assertThat(handedOver).hasSize(1);
    runAll();

    assertThat(ran).containsExactly("paused", "again", "next", "later");
  }

  @Test
  void mayBeResumedBeforeTheTaskThatPausedHasEnded() {
    executor.execute(
        () -> {
          executor.pause();
          executor.resume(() -> ran.add("again"));
        });
    execute("next");
    runAll();

    assertThat(ran).containsExactly("again", "next");
  }

  @Test
  void isResumedOnceForEachPause() {
    assertThatThrownBy(() -> executor.resume(() -> {})).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void forgetsItsTasksWhenNobodyWillRunThem() {
    Executor stopped =
        task -> {
          throw new RejectedExecutionException("stopped");
        };
    SerialExecutor refused = new SerialExecutor(stopped);

    assertThatThrownBy(() -> refused.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(refused.waiting()).isZero();
  }

  @Test
  void neverRunsTwoTasksAtOnceAndLosesNone() throws Exception {
    int threads = 4;
    int tasks = 10_000;
    SerialExecutor shared = new SerialExecutor(ForkJoinPool.commonPool());
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    int[] last = new int[threads];
    AtomicInteger disorder = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(threads * tasks);
    for (int t = 0; t < threads; t++) {
      int thread = t;
      new Thread(
              () -> {
                for (int i = 1; i <= tasks; i++) {
                  int number = i;
                  shared.execute(
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

  private void execute(String... names) {
    for (String name : names) {
      executor.execute(() -> ran.add(name));
    }
  }

  private void runAll() {
    while (!handedOver.isEmpty()) {
      handedOver.poll().run();
    }
  }
}
