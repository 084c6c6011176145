package io.ropeway.channel;

import io.ropeway.config.ChannelSettings;
import io.ropeway.session.ContainerThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

/** The threads that handlers run on, made by the container and bounded by a setting. */
@ApplicationScoped
public class CommandThreads implements Executor {

  @Inject ContainerThreads threads;
  @Inject ChannelSettings settings;

  private ThreadPoolExecutor pool;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public CommandThreads() {}

  @PostConstruct
  void start() {
    pool = threads.pool(settings.threads());
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
