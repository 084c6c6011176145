package io.ropeway.session;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The node's one timer wheel and the one thread that turns it. */
@ApplicationScoped
public class Timers {

  @Resource ManagedScheduledExecutorService scheduler;

  private final TimerWheel wheel = new TimerWheel(System::nanoTime);
  private @Nullable ScheduledFuture<?> turning;

  /** The turning thread sees what the maker of this bean sees, so that is made at start. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    long tick = TimerWheel.TICK.toMillis();
    turning = scheduler.scheduleAtFixedRate(wheel::turn, tick, tick, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (turning != null) {
      turning.cancel(false);
    }
  }

  /** The wheel itself, not a client proxy of it. */
  @Produces
  @jakarta.inject.Singleton
  TimerWheel wheel() {
    return wheel;
  }
}
