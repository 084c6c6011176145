package io.ropeway.ledger;

import io.ropeway.session.ContainerThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one thread on which this node reads and writes the ledger, so that no client waits for the
 * database and no two pieces of work of one node meet in it.
 */
@ApplicationScoped
public class LedgerThread implements Executor {

  private static final System.Logger LOGGER = System.getLogger(LedgerThread.class.getName());

  /** What broke when the node was told to stop is still written. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  @Inject ContainerThreads threads;

  private Executor thread;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public LedgerThread() {}

  @PostConstruct
  void start() {
    thread = threads.pool(1, FAREWELL);
  }

  @Override
  public void execute(Runnable task) {
    try {
      thread.execute(() -> contain(task));
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Nothing more is remembered: the node is stopping");
    }
  }

  private static void contain(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.ERROR, "A piece of work of the ledger failed", e);
    }
  }
}
