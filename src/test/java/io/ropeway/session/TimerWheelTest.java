package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimerWheelTest {

  private static final Duration TICK = TimerWheel.TICK;

  private final ManualTime time = new ManualTime(-123_456_789L);
  private final TimerWheel wheel = time.wheel();
  private final List<String> ran = new ArrayList<>();

  @Test
  void runsATaskOnceWhenItsTimeHasCome() {
    wheel.after(Duration.ofSeconds(1), () -> ran.add("task"));

    time.pass(Duration.ofMillis(999));
    assertThat(ran).isEmpty();
    time.pass(TICK);
    assertThat(ran).containsExactly("task");
    time.pass(Duration.ofMinutes(3));
    assertThat(ran).containsExactly("task");
  }

  @Test
  void runsEveryTaskInTimeAndAtMostOneTickLater() {
    Random random = new Random(5);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 500; i++) {
      time.pass(Duration.ofNanos(random.nextInt(70_000_000)));
      long delay = random.nextInt(200_000) * 1_000_000L + random.nextInt(1_000_000);
      long due = time.nanos() + delay;
      wheel.after(
          Duration.ofNanos(delay),
          () -> {
            assertThat(time.nanos()).isBetween(due, due + 2 * TICK.toNanos());
            done.incrementAndGet();
          });
    }
    // The wheel turns once a tick, so a task may wait for the turn and no longer.
    time.pass(Duration.ofSeconds(201));
    assertThat(done).hasValue(500);
  }

  @Test
  void runsTasksInTheOrderOfTheirTimes() {
    wheel.after(Duration.ofSeconds(3), () -> ran.add("third"));
    wheel.after(Duration.ofSeconds(1), () -> ran.add("first"));
    wheel.after(Duration.ofSeconds(2), () -> ran.add("second"));

    time.jump(Duration.ofSeconds(5));

    assertThat(ran).containsExactly("first", "second", "third");
  }

  @Test
  void runsTasksOfOneInstantInTheOrderOfTheirSetting() {
    for (int i = 0; i < 5; i++) {
      String name = "" + i;
      wheel.after(Duration.ofSeconds(1), () -> ran.add(name));
    }
    time.pass(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void runsWhatIsDueNowOrLongAgoAtTheNextTurn() {
    wheel.after(Duration.ZERO, () -> ran.add("now"));
    wheel.after(Duration.ofDays(-1), () -> ran.add("past"));
    wheel.after(Duration.ofSeconds(Long.MIN_VALUE), () -> ran.add("long past"));

    time.pass(TICK);

    assertThat(ran).containsExactlyInAnyOrder("now", "past", "long past");
  }

  @Test
  void keepsATaskForManyRounds() {
    wheel.after(Duration.ofHours(2), () -> ran.add("task"));

    time.pass(Duration.ofHours(2).minus(TICK));
    assertThat(ran).isEmpty();
    time.pass(TICK.multipliedBy(2));
    assertThat(ran).containsExactly("task");
  }

  @Test
  void keepsATaskForLongerThanItCanCount() {
    wheel.after(Duration.ofSeconds(Long.MAX_VALUE), () -> ran.add("never"));

    time.pass(Duration.ofMinutes(2));

    assertThat(ran).isEmpty();
  }

  @Test
  void repeatsAtItsPeriod() {
    wheel.every(Duration.ofSeconds(1), Duration.ofSeconds(3), () -> ran.add("beat"));

    time.pass(Duration.ofMillis(1_100));
    assertThat(ran).hasSize(1);
    time.pass(Duration.ofSeconds(30));
    assertThat(ran).hasSize(11);
  }

  @Test
  void stopsRepeatingFromWithinItsOwnRun() {
    AtomicReference<TimerWheel.Timeout> timeout = new AtomicReference<>();
    timeout.set(
        wheel.every(
            TICK,
            TICK,
            () -> {
              ran.add("beat");
              timeout.get().cancel();
            }));

    time.pass(Duration.ofSeconds(1));

    assertThat(ran).hasSize(1);
  }

  @Test
  void runsNothingThatWasCancelled() {
    wheel.after(Duration.ofSeconds(1), () -> ran.add("first"));
    TimerWheel.Timeout middle = wheel.after(Duration.ofSeconds(1), () -> ran.add("second"));
    wheel.after(Duration.ofSeconds(1), () -> ran.add("third"));

    middle.cancel();
    middle.cancel();
    time.pass(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("first", "third");
  }

  @Test
  void runsNothingThatATaskOfTheSameInstantCancelled() {
    AtomicReference<TimerWheel.Timeout> second = new AtomicReference<>();
    wheel.after(Duration.ofSeconds(1), () -> second.get().cancel());
    second.set(wheel.after(Duration.ofSeconds(1), () -> ran.add("second")));
    wheel.after(Duration.ofSeconds(1), () -> ran.add("third"));

    time.pass(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("third");
  }

  @Test
  void takesNoNoticeOfACancelAfterTheRun() {
    TimerWheel.Timeout timeout = wheel.after(TICK, () -> ran.add("task"));
    time.pass(Duration.ofSeconds(1));
    timeout.cancel();

    wheel.after(TICK, () -> ran.add("next"));
    time.pass(Duration.ofSeconds(1));

    assertThat(ran).containsExactly("task", "next");
  }

  @Test
  void setsTasksFromWithinTasks() {
    wheel.after(TICK, () -> wheel.after(TICK, () -> ran.add("inner")));

    time.pass(TICK.multipliedBy(3));

    assertThat(ran).containsExactly("inner");
  }

  @Test
  void survivesATaskThatFailsAndKeepsRepeatingIt() {
    wheel.every(
        TICK,
        TICK,
        () -> {
          ran.add("beat");
          throw new IllegalStateException("as asked");
        });

    time.pass(TICK.multipliedBy(3));

    assertThat(ran).hasSize(3);
  }

  @Test
  void survivesAnErrorAndRunsTheOthersOfThatInstant() {
    wheel.after(
        TICK,
        () -> {
          throw new NoClassDefFoundError("as asked");
        });
    wheel.after(TICK, () -> ran.add("other"));

    time.pass(TICK.multipliedBy(2));

    assertThat(ran).containsExactly("other");
  }

  @Test
  void catchesUpAfterAStandstillButLeavesMissedRepetitionsOut() {
    wheel.every(TICK, Duration.ofSeconds(1), () -> ran.add("beat"));
    wheel.after(Duration.ofSeconds(70), () -> ran.add("late"));

    time.jump(Duration.ofSeconds(71));

    assertThat(ran).contains("late").filteredOn("beat"::equals).hasSize(2);
  }

  @Test
  void runsATaskSetWhileTheWheelStandsStill() {
    time.stall(Duration.ofSeconds(10));
    wheel.after(TICK, () -> ran.add("task"));

    time.pass(TICK.multipliedBy(2));

    assertThat(ran).containsExactly("task");
  }
}
