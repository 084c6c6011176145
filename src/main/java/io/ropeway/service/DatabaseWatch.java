package io.ropeway.service;

import io.ropeway.persistence.DatabaseBreaker;
import io.ropeway.persistence.DatabaseFailure;
import io.ropeway.persistence.DatabaseProbe;
import io.ropeway.session.ContainerThreads;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Knows whether the database is away, and asks for it about twice a second while it is, on a thread
 * of its own.
 */
@ApplicationScoped
public class DatabaseWatch {

  private static final System.Logger LOGGER = System.getLogger(DatabaseWatch.class.getName());
  private static final Duration PERIOD = Duration.ofMillis(500);

  @Inject ContainerThreads threads;
  @Inject DatabaseBreaker breaker;
  @Inject DatabaseProbe probe;
  @Inject TimerWheel timers;

  Executor prober;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public DatabaseWatch() {}

  /** Has this bean made while the application starts. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    prober = threads.pool(1);
    listen();
  }

  /** Begins to probe whenever the database is found away. */
  void listen() {
    breaker.whenOpened(this::probeSoon);
    if (breaker.isOpen()) {
      probeSoon();
    }
  }

  /** Whether the database is away: what needs it would be refused. */
  public boolean isAway() {
    return breaker.isOpen();
  }

  /**
   * Whether a failure only says that something could not be found out or done now, because the
   * database is away or too busy; that is never a "no".
   */
  public static boolean isUnavailable(Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
      if (t instanceof Refusal refusal) {
        return refusal.reason() == Refusal.Reason.UNAVAILABLE;
      }
    }
    return DatabaseFailure.of(failure) == DatabaseFailure.AWAY;
  }

  private void probeSoon() {
    timers.after(
        PERIOD,
        () -> {
          try {
            prober.execute(this::probe);
          } catch (RejectedExecutionException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "No probe: the node is stopping");
          }
        });
  }

  private void probe() {
    try {
      probe.ping();
      breaker.close();
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "The database is still away", e);
      probeSoon();
    }
  }
}
