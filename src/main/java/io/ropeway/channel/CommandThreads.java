package io.ropeway.channel;

import io.ropeway.config.ChannelSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that handlers run on, made by the container and bounded by a setting.
 *
 * <p>The container's own managed executor is not used: it has about as many threads as cores, and a
 * few slow handlers would make all other sessions wait.
 */
@ApplicationScoped
public class CommandThreads implements Executor {

  private static final long IDLE_SECONDS = 30;

  @Resource ManagedThreadFactory threadFactory;
  @Resource ContextService contexts;
  @Inject ChannelSettings settings;

  private ThreadPoolExecutor pool;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public CommandThreads() {}

  /** Has this bean made while the application starts, for {@link #start} to find its context. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  /**
   * A thread sees the names and classes that its maker sees. It is made when a command needs it,
   * and that may be on an I/O thread of the server's own, which sees none of the application's; so
   * all are made in the context that is here now.
   */
  @PostConstruct
  void start() {
    pool =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            contexts.createContextualProxy(threadFactory, ThreadFactory.class));
    pool.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }
}
