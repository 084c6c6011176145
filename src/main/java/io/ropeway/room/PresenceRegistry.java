package io.ropeway.room;

import io.ropeway.config.PresenceSettings;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is present in which room: whoever has at least one subscriber there, and for a grace time
 * after the last one's socket closed, so that a page reload is no coming and going.
 */
@ApplicationScoped
public class PresenceRegistry {

  /** Somebody's subscribers in a room, and what the last one that came said of them. */
  private record Attendance(int subscribers, @Nullable String info) {}

  @Inject PresenceSettings settings;
  @Inject TimerWheel timers;

  /** A room without anybody is not kept. */
  private final ConcurrentMap<String, Map<String, Attendance>> rooms = new ConcurrentHashMap<>();

  /** The room of those who made themselves present in a stream. */
  public static String roomOf(String stream) {
    return "presence:" + stream;
  }

  /**
   * Somebody came, with one more subscriber.
   *
   * @return whether that made them present
   */
  public boolean enter(String room, String who) {
    return enter(room, who, null);
  }

  /**
   * Somebody came, with one more subscriber.
   *
   * @param info what others see of them, as JSON text; null leaves what is known
   * @return whether that made them present
   */
  public boolean enter(String room, String who, @Nullable String info) {
    boolean[] first = new boolean[1];
    rooms.compute(
        room,
        (name, present) -> {
          Map<String, Attendance> all = present == null ? new ConcurrentHashMap<>() : present;
          Attendance before = all.get(who);
          first[0] = before == null;
          all.put(
              who,
              before == null
                  ? new Attendance(1, info)
                  : new Attendance(before.subscribers() + 1, info == null ? before.info() : info));
          return all;
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
          Attendance before = present.get(who);
          if (before != null && before.subscribers() == 1) {
            present.remove(who);
            last[0] = true;
          } else if (before != null) {
            present.put(who, new Attendance(before.subscribers() - 1, before.info()));
          }
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
    leaveAfter(settings.grace(), room, who, onGone);
  }

  /** The same, after a time of its own. */
  public void leaveAfter(Duration grace, String room, String who, Runnable onGone) {
    timers.after(
        grace,
        () -> {
          if (leave(room, who)) {
            onGone.run();
          }
        });
  }

  /** Everybody present in a room now. */
  public Set<String> present(String room) {
    Map<String, Attendance> present = rooms.get(room);
    return present == null ? Set.of() : Set.copyOf(present.keySet());
  }

  /** Everybody present in a room now, with what others see of them, by name. */
  public List<PresenceRecord> records(String room) {
    Map<String, Attendance> present = rooms.get(room);
    return present == null
        ? List.of()
        : present.entrySet().stream()
            .map(entry -> new PresenceRecord(entry.getKey(), entry.getValue().info()))
            .sorted((one, other) -> one.id().compareTo(other.id()))
            .toList();
  }
}
