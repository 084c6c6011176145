package io.ropeway.channel;

import io.ropeway.config.ChannelSettings;
import io.ropeway.session.ContainerThreads;
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
import java.util.concurrent.ThreadPoolExecutor;

/** The threads that handlers run on, made by the container and bounded by a setting. */
@ApplicationScoped
public class CommandThreads implements Executor {

  @Resource ManagedThreadFactory threadFactory;
  @Resource ContextService contexts;
  @Inject ChannelSettings settings;

  private ThreadPoolExecutor pool;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public CommandThreads() {}

  /** Has this bean made while the application starts, for {@link #start} to find its context. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    pool = ContainerThreads.pool(settings.threads(), threadFactory, contexts);
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }

  /** Whether some handler runs or waits to. */
  public boolean isBusy() {
    return pool.getActiveCount() > 0 || !pool.getQueue().isEmpty();
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }
}
