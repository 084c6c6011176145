package io.ropeway.channel;

import io.ropeway.config.ChannelSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
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
  @Inject ChannelSettings settings;

  private ThreadPoolExecutor pool;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public CommandThreads() {}

  @PostConstruct
  void start() {
    pool =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threadFactory);
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
