package io.ropeway.broadcast;

import io.ropeway.session.ContainerThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  @Inject ContainerThreads threads;

  private ThreadPoolExecutor pool;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public DeliveryThreads() {}

  @PostConstruct
  void start() {
    pool = threads.pool(Math.max(2, Runtime.getRuntime().availableProcessors()));
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
