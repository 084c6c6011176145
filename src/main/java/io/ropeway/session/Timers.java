package io.ropeway.session;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The node's one timer wheel and the one thread that turns it.
 *
 * <p>The thread is the container's but not of its scheduler: that one refuses to run anything once
 * the server is told to stop, when closing clients still need their pings and deadlines.
 */
@ApplicationScoped
public class Timers {

  @Resource ManagedThreadFactory threads;

  private final TimerWheel wheel = new TimerWheel(System::nanoTime);
  private volatile boolean stopped;
  private @Nullable Thread turner;

  /** The turning thread sees what the maker of this bean sees, so that is made at start. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    Thread thread = threads.newThread(this::turnUntilStopped);
    turner = thread;
    thread.start();
  }

  @PreDestroy
  void stop() {
    stopped = true;
    LockSupport.unpark(turner);
  }

  private void turnUntilStopped() {
    while (!stopped) {
      wheel.turn();
      LockSupport.parkNanos(TimerWheel.TICK.toNanos());
    }
  }

  /** The wheel itself, not a client proxy of it. */
  @Produces
  @Singleton
  TimerWheel wheel() {
    return wheel;
  }
}
