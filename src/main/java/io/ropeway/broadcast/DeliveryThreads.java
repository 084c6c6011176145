package io.ropeway.broadcast;

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

/**
 * The threads on which the events of durable streams are put in order and delivered. As many as
 * there are cores, since nothing on them waits: no database, no other node, no client.
 */
@ApplicationScoped
public class DeliveryThreads implements Executor {

  private static final System.Logger LOGGER = System.getLogger(DeliveryThreads.class.getName());

  @Resource ManagedThreadFactory threadFactory;
  @Resource ContextService contexts;

  private ThreadPoolExecutor pool;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public DeliveryThreads() {}

  /** Has this bean made while the application starts, for {@link #start} to find its context. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
    pool = ContainerThreads.pool(cores, threadFactory, contexts);
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }

  /** Runs a task soon; one that comes while the node stops is dropped. */
  @Override
  public void execute(Runnable task) {
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A delivery is dropped: the node is stopping");
    }
  }
}
