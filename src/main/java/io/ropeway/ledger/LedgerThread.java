package io.ropeway.ledger;

import io.ropeway.session.ContainerThreads;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which this node reads and writes the ledger, so that no client waits for the
 * database and no two pieces of work of one node meet in it.
 */
@ApplicationScoped
public class LedgerThread implements Executor {

  private static final System.Logger LOGGER = System.getLogger(LedgerThread.class.getName());
  private static final long FAREWELL_SECONDS = 2;

  @Resource ManagedThreadFactory threadFactory;
  @Resource ContextService contexts;

  private @Nullable ThreadPoolExecutor pool;

  /** Has this bean made while the application starts, for {@link #start} to find its context. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    pool = ContainerThreads.pool(1, threadFactory, contexts);
  }

  /** What broke when the node was told to stop is still written. */
  @PreDestroy
  void stop() {
    ThreadPoolExecutor running = pool;
    if (running == null) {
      return;
    }
    running.shutdown();
    try {
      if (!running.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        running.shutdownNow();
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void execute(Runnable task) {
    ThreadPoolExecutor running = pool;
    try {
      if (running != null) {
        running.execute(() -> contain(task));
      }
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
