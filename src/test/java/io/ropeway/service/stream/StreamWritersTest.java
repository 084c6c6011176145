package io.ropeway.service.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.config.StreamSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.service.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamWritersTest {

  private final StreamWriters writers = new StreamWriters();

  @BeforeEach
  void onlyOne() {
    writers.settings = TestSettings.of(StreamSettings.class, "ropeway.streams.writers", "1");
    writers.readSettings();
  }

  @Test
  void refusesForAWhileWhoFindsNoPlace() {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(
            () ->
                writers.admit(
                    () -> {
                      inside.countDown();
                      await(leave);
                      return 1;
                    }));
    await(inside);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> writers.admit(() -> 2))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNAVAILABLE);
              assertThat(refusal.retryAfter()).isPresent();
            });
    leave.countDown();
    assertThat(first.join()).isEqualTo(1);
    assertThat(writers.admit(() -> 3)).isEqualTo(3);
  }

  @Test
  void letsPassAgainWhoIsThrough() {
    assertThat(writers.admit(() -> writers.admit(() -> 1))).isEqualTo(1);
    assertThat(writers.admit(() -> 2)).isEqualTo(2);
  }

  @Test
  void givesThePlaceBackAfterAFailure() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                writers.admit(
                    () -> {
                      throw new IllegalStateException();
                    }));
    assertThat(writers.admit(() -> 1)).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
