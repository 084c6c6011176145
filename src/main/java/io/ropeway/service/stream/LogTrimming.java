package io.ropeway.service.stream;

import io.ropeway.broadcast.StreamLog;
import io.ropeway.session.ContainerThreads;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Trims the log about once a minute. Every node does, at times of its own: what one has done leaves
 * nothing to the others.
 */
@ApplicationScoped
public class LogTrimming {

  private static final System.Logger LOGGER = System.getLogger(LogTrimming.class.getName());
  private static final Duration PERIOD = Duration.ofMinutes(1);

  @Inject ContainerThreads threads;
  @Inject StreamLog log;
  @Inject TimerWheel timers;

  private final AtomicBoolean trimming = new AtomicBoolean();

  /** Has this bean made while the application starts. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    Executor trimmer = threads.pool(1);
    Duration first = Duration.ofMillis(ThreadLocalRandom.current().nextLong(PERIOD.toMillis()));
    timers.every(
        first,
        PERIOD,
        () -> {
          if (trimming.compareAndSet(false, true)) {
            trimmer.execute(this::trim);
          }
        });
  }

  private void trim() {
    try {
      int removed = log.trim();
      LOGGER.log(System.Logger.Level.DEBUG, () -> "Entries trimmed from the log: " + removed);
    } catch (RuntimeException e) { // the next time comes by itself
      LOGGER.log(System.Logger.Level.DEBUG, "The log could not be trimmed", e);
    } finally {
      trimming.set(false);
    }
  }
}
