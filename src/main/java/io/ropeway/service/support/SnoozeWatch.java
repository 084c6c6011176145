package io.ropeway.service.support;

import io.ropeway.session.ContainerThreads;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks every few seconds whether a conversation that was put off comes back. Every node does: what
 * one has opened leaves nothing to the others.
 */
@ApplicationScoped
public class SnoozeWatch {

  private static final System.Logger LOGGER = System.getLogger(SnoozeWatch.class.getName());
  private static final Duration PERIOD = Duration.ofSeconds(15);

  @Inject ContainerThreads threads;
  @Inject TimerWheel timers;
  @Inject SnoozeEnds ends;

  private final AtomicBoolean looking = new AtomicBoolean();

  /** Has this bean made while the application starts. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    Executor thread = threads.pool(1);
    timers.every(
        PERIOD,
        PERIOD,
        () -> {
          if (looking.compareAndSet(false, true)) {
            thread.execute(this::look);
          }
        });
  }

  private void look() {
    try {
      ends.open();
    } catch (RuntimeException e) { // the next time comes by itself
      LOGGER.log(System.Logger.Level.DEBUG, "Conversations could not be brought back", e);
    } finally {
      looking.set(false);
    }
  }
}
