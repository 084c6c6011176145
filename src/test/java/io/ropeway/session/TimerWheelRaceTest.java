package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Threads that set and cancel while the wheel turns as fast as it can. */
class TimerWheelRaceTest {

  private static final int THREADS = 3;
  private static final int TASKS = 20_000;

  private final AtomicLong nanos = new AtomicLong();
  private final TimerWheel wheel = new TimerWheel(nanos::get);
  private final AtomicIntegerArray runs = new AtomicIntegerArray(THREADS * TASKS);
  private final AtomicIntegerArray cancelled = new AtomicIntegerArray(THREADS * TASKS);

  @Test
  void runsEveryTaskThatIsNotCancelledExactlyOnce() throws Exception {
    CountDownLatch set = new CountDownLatch(THREADS);
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> setters = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int from = t * TASKS;
      Thread setter =
          new Thread(
              () -> {
                set(from);
                set.countDown();
              });
      setters.add(setter);
      setter.start();
    }
    Thread turner =
        new Thread(
            () -> {
              while (!stop.get()) {
                nanos.addAndGet(TimerWheel.TICK.toNanos() / 3);
                wheel.turn();
              }
            });
    turner.start();

    assertThat(set.await(30, TimeUnit.SECONDS)).isTrue();
    stop.set(true);
    turner.join(10_000);
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    wheel.turn();

    for (int i = 0; i < THREADS * TASKS; i++) {
      if (cancelled.get(i) == 0) {
        assertThat(runs.get(i)).as("runs of task %d", i).isEqualTo(1);
      } else {
        assertThat(runs.get(i)).as("runs of cancelled task %d", i).isLessThanOrEqualTo(1);
      }
    }
  }

  private void set(int from) {
    Random random = new Random(from);
    for (int i = from; i < from + TASKS; i++) {
      int task = i;
      TimerWheel.Timeout timeout =
          wheel.after(Duration.ofMillis(random.nextInt(300)), () -> runs.incrementAndGet(task));
      if (random.nextInt(3) == 0) {
        cancelled.set(task, 1);
        timeout.cancel();
      }
    }
  }
}
