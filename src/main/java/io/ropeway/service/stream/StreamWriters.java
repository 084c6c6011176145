package io.ropeway.service.stream;

import io.ropeway.config.StreamSettings;
import io.ropeway.service.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How many transactions of this node may wait for the locks of rooms and streams at the same time.
 * The others wait here, without a connection, so that a busy stream leaves connections to those who
 * only read. May be called from any thread; who is let through may pass again.
 */
@ApplicationScoped
public class StreamWriters {

  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  @Inject StreamSettings settings;

  private final ThreadLocal<Boolean> through = new ThreadLocal<>();
  private Semaphore places = new Semaphore(1, true);

  @PostConstruct
  void readSettings() {
    places = new Semaphore(settings.writers(), true);
  }

  /**
   * Does something that writes to streams; to be called before its transaction begins.
   *
   * @throws Refusal UNAVAILABLE if there is no place within one and a half seconds
   */
  public <T> T admit(Supplier<T> work) {
    if (through.get() != null) {
      return work.get();
    }
    enter();
    through.set(true);
    try {
      return work.get();
    } finally {
      through.remove();
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusal.unavailable(
            "Too much is said just now; try again soon.", new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable("Interrupted; try again.", e);
    }
  }
}
