package io.ropeway.session;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes pools of the container's threads, for work of which the node has a bounded amount at a
 * time, and ends them with the application. May be called from any thread.
 *
 * <p>The container's own managed executor is not used: it has about as many threads as cores for
 * everybody, and a few slow tasks of one kind would make all others wait.
 */
@ApplicationScoped
public class ContainerThreads {

  private static final long IDLE_SECONDS = 30;

  @Resource ManagedThreadFactory threads;
  @Resource ContextService contexts;

  private final Map<ThreadPoolExecutor, Duration> pools = new ConcurrentHashMap<>();
  private ThreadFactory factory;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public ContainerThreads() {}

  /** Has this bean made while the application starts, for {@link #start} to find its context. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  /**
   * A thread sees the names and classes that its maker sees. It is made when a task needs it, and
   * that may be on an I/O thread of the server's own, which sees none of the application's; so all
   * are made in the context that is here now.
   */
  @PostConstruct
  void start() {
    factory = contexts.createContextualProxy(threads, ThreadFactory.class);
  }

  /**
   * Makes a pool, whose tasks are interrupted when the application ends.
   *
   * @param size how many threads there are at most; idle ones end
   */
  public ThreadPoolExecutor pool(int size) {
    return pool(size, Duration.ZERO);
  }

  /**
   * Makes a pool that does what it was given before the application ends, if that takes no longer
   * than a farewell.
   */
  public ThreadPoolExecutor pool(int size, Duration farewell) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    pool.allowCoreThreadTimeOut(true);
    pools.put(pool, farewell);
    return pool;
  }

  @PreDestroy
  void stop() {
    pools.forEach(
        (pool, farewell) -> {
          if (farewell.isZero()) {
            pool.shutdownNow();
          } else {
            pool.shutdown();
          }
        });
    pools.forEach(ContainerThreads::awaitEnd);
  }

  private static void awaitEnd(ThreadPoolExecutor pool, Duration farewell) {
    try {
      if (!pool.awaitTermination(farewell.toMillis(), TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
