package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ContainerThreadsTest {

  private final ContainerThreads threads = TestRegistry.threads();
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void whatRunsWhenTheApplicationEndsIsInterruptedAndNothingNewIsTaken() {
    Executor pool = threads.pool(1);
    CompletableFuture<String> end = running(pool, never);

    threads.stop();

    assertThat(end.join()).isEqualTo("interrupted");
    assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void whoHasAFarewellDoesWhatWasAskedBefore() {
    CountDownLatch soon = new CountDownLatch(1);
    Executor pool = threads.pool(1, Duration.ofSeconds(20));
    CompletableFuture<String> first = running(pool, soon);
    CompletableFuture<String> second = running(pool, new CountDownLatch(0));
    running(threads.pool(1), never).whenComplete((end, failure) -> soon.countDown());

    threads.stop();

    assertThat(first.join()).isEqualTo("done");
    assertThat(second.join()).isEqualTo("done");
  }

  @Test
  void noFarewellLastsLongerThanItMay() {
    CompletableFuture<String> end = running(threads.pool(1, Duration.ofMillis(10)), never);

    threads.stop();

    assertThat(end.join()).isEqualTo("interrupted");
  }

  private static CompletableFuture<String> running(Executor pool, CountDownLatch until) {
    CompletableFuture<String> end = new CompletableFuture<>();
    pool.execute(
        () -> {
          try {
            until.await();
            end.complete("done");
          } catch (InterruptedException e) {
            end.complete("interrupted");
          }
        });
    return end;
  }
}
