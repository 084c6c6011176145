package io.ropeway.channel.support;

import io.ropeway.channel.CommandThreads;
import io.ropeway.room.PresenceChange;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.support.event.DeskListener;
import io.ropeway.service.support.event.DeskPresence;
import io.ropeway.service.support.event.DeskStreams;
import io.ropeway.service.support.event.DeskTyping;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps who of an account is there, and tells its users of each change; of many at once, once. */
@ApplicationScoped
public class DeskAttendance {

  private static final System.Logger LOGGER = System.getLogger(DeskAttendance.class.getName());
  private static final Duration TOGETHER = Duration.ofMillis(300);

  @Inject PresenceRegistry registry;
  @Inject DeskPresence presence;
  @Inject DeskTyping typing;
  @Inject TimerWheel timers;
  @Inject CommandThreads threads;

  private final Set<Long> changed = ConcurrentHashMap.newKeySet();

  /** How many subscriptions of somebody this node has, by the key of whom they speak for. */
  private final ConcurrentMap<String, Integer> here = new ConcurrentHashMap<>();

  /** Counts somebody in. */
  void enter(DeskListener who) {
    here.merge(who.identity().key(), 1, Integer::sum);
    registry.enter(DeskStreams.place(who.accountId()), who.presentAs());
  }

  /** A subscription ended; whoever comes back within the grace time was never away. */
  void leave(DeskListener who) {
    String key = who.identity().key();
    if (here.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1) == null) {
      typing.left(key);
    }
    registry.leaveAfterGrace(DeskStreams.place(who.accountId()), who.presentAs());
  }

  /** Somebody came or is gone, as seen from all nodes. */
  void changed(@Observes PresenceChange change) {
    if (!DeskStreams.isPlace(change.room())) {
      return;
    }
    long account = DeskStreams.accountOf(change.room());
    if (changed.add(account)) {
      timers.after(TOGETHER, () -> threads.execute(() -> tell(account)));
    }
  }

  private void tell(long account) {
    changed.remove(account);
    try {
      presence.tell(account);
    } catch (RuntimeException e) { // the next change, or the next question, tells it
      LOGGER.log(System.Logger.Level.DEBUG, "A coming or going was not told", e);
    }
  }
}
