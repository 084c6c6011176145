package io.ropeway.room;

import io.ropeway.config.PresenceSettings;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who is present in which room: whoever has at least one subscriber there, and for a grace time
 * after the last one's socket closed, so that a page reload is no coming and going.
 */
@ApplicationScoped
public class PresenceRegistry {

  @Inject PresenceSettings settings;
  @Inject TimerWheel timers;

  /** How many subscribers somebody has in a room; a room without anybody is not kept. */
  private final ConcurrentMap<String, Map<String, Integer>> rooms = new ConcurrentHashMap<>();

  /**
   * Somebody came, with one more subscriber.
   *
   * @return whether that made them present
   */
  public boolean enter(String room, String who) {
    boolean[] first = new boolean[1];
    rooms.compute(
        room,
        (name, present) -> {
          Map<String, Integer> counts = present == null ? new ConcurrentHashMap<>() : present;
          first[0] = counts.merge(who, 1, Integer::sum) == 1;
          return counts;
        });
    return first[0];
  }

  /**
   * Somebody left on purpose, with one subscriber.
   *
   * @return whether that ended their presence
   */
  public boolean leave(String room, String who) {
    boolean[] last = new boolean[1];
    rooms.computeIfPresent(
        room,
        (name, present) -> {
          last[0] =
              present.containsKey(who)
                  && present.computeIfPresent(who, (id, n) -> n == 1 ? null : n - 1) == null;
          return present.isEmpty() ? null : present;
        });
    return last[0];
  }

  /**
   * A socket of somebody closed: they leave after the grace time, unless they are back by then.
   *
   * @param onGone runs on the timer's thread if that ended their presence
   */
  public void leaveAfterGrace(String room, String who, Runnable onGone) {
    timers.after(
        settings.grace(),
        () -> {
          if (leave(room, who)) {
            onGone.run();
          }
        });
  }

  /** Everybody present in a room now. */
  public Set<String> present(String room) {
    Map<String, Integer> present = rooms.get(room);
    return present == null ? Set.of() : Set.copyOf(present.keySet());
  }
}
