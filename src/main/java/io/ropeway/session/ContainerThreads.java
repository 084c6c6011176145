package io.ropeway.session;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes pools of the container's threads, for work of which the node has a bounded amount at a
 * time.
 *
 * <p>The container's own managed executor is not used: it has about as many threads as cores for
 * everybody, and a few slow tasks of one kind would make all others wait.
 */
public final class ContainerThreads {

  private static final long IDLE_SECONDS = 30;

  private ContainerThreads() {}

  /**
   * Makes a pool; to be called while the application starts.
   *
   * <p>A thread sees the names and classes that its maker sees. It is made when a task needs it,
   * and that may be on an I/O thread of the server's own, which sees none of the application's; so
   * all are made in the context that is here now.
   *
   * @param threads how many there are at most; idle ones end
   */
  public static ThreadPoolExecutor pool(
      int threads, ManagedThreadFactory factory, ContextService contexts) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            contexts.createContextualProxy(factory, ThreadFactory.class));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
