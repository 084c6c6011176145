package io.ropeway.session;

import io.ropeway.config.HeartbeatSettings;
import io.ropeway.config.LimitSettings;
import io.ropeway.container.TestThreads;
import java.time.Clock;

/** Makes the beans of this package for tests of other packages. */
public final class TestRegistry {

  private TestRegistry() {}

  /** An empty registry. */
  public static SessionRegistry with(LimitSettings limits) {
    SessionRegistry registry = new SessionRegistry();
    registry.limits = limits;
    return registry;
  }

  /** No credential has ended yet. */
  public static EndedCredentials endedCredentials(LimitSettings limits, TimerWheel timers) {
    EndedCredentials ended = new EndedCredentials();
    ended.limits = limits;
    ended.timers = timers;
    return ended;
  }

  /** A heartbeat. */
  public static Heartbeat heartbeat(HeartbeatSettings settings, TimerWheel timers, Clock clock) {
    Heartbeat heartbeat = new Heartbeat();
    heartbeat.settings = settings;
    heartbeat.timers = timers;
    heartbeat.time = time(clock);
    return heartbeat;
  }

  /** Pools of threads that the tests make. */
  public static ContainerThreads threads() {
    ContainerThreads threads = new ContainerThreads();
    threads.threads = new TestThreads();
    threads.contexts = TestThreads.context();
    threads.start();
    return threads;
  }

  /** Ends the pools as the application's end does. */
  public static void stop(ContainerThreads threads) {
    threads.stop();
  }

  /** The time of a node that has not asked its database yet. */
  public static SharedTime time(Clock clock) {
    SharedTime time = new SharedTime();
    time.clock = clock;
    return time;
  }
}
