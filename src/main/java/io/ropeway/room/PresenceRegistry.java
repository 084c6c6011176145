package io.ropeway.room;

import io.ropeway.config.PresenceSettings;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is present in which room: whoever has at least one subscriber there on any node, and for a
 * grace time after the last one's socket closed, so that a page reload is no coming and going.
 *
 * <p>Coming and going return at once, from any thread. That somebody came to a room or is gone is
 * told by a {@link PresenceChange}, a little later, once for all nodes.
 */
@ApplicationScoped
public class PresenceRegistry {

  private static final String STREAM_ROOM = "presence:";

  /** Somebody's subscribers in a room, and what the last one that came said of them. */
  private record Attendance(int subscribers, @Nullable String info) {}

  @Inject PresenceSettings settings;
  @Inject TimerWheel timers;

  /** On this node; a room without anybody is not kept. */
  private final ConcurrentMap<String, Map<String, Attendance>> rooms = new ConcurrentHashMap<>();

  private volatile Elsewhere elsewhere = Elsewhere.NOWHERE;

  /** The room of those who made themselves present in a stream. */
  public static String roomOf(String stream) {
    return STREAM_ROOM + stream;
  }

  /** The stream of such a room; null if the room is another. */
  public static @Nullable String streamOf(String room) {
    return room.startsWith(STREAM_ROOM) ? room.substring(STREAM_ROOM.length()) : null;
  }

  /** From now on other nodes learn of this one's presence, and this one of theirs. */
  public void shareWith(Elsewhere others) {
    elsewhere = others;
  }

  /** Somebody came, with one more subscriber. */
  public void enter(String room, String who) {
    enter(room, who, null);
  }

  /**
   * Somebody came, with one more subscriber.
   *
   * @param info what others see of them, as JSON text; null leaves what is known
   */
  public void enter(String room, String who, @Nullable String info) {
    rooms.compute(
        room,
        (name, present) -> {
          Map<String, Attendance> all = present == null ? new ConcurrentHashMap<>() : present;
          all.merge(
              who,
              new Attendance(1, info),
              (before, more) ->
                  new Attendance(before.subscribers() + 1, info == null ? before.info() : info));
          return all;
        });
    elsewhere.changed(room, who);
  }

  /** Somebody left on purpose, with one subscriber. */
  public void leave(String room, String who) {
    rooms.computeIfPresent(
        room,
        (name, present) -> {
          present.computeIfPresent(
              who,
              (id, before) ->
                  before.subscribers() == 1
                      ? null
                      : new Attendance(before.subscribers() - 1, before.info()));
          return present.isEmpty() ? null : present;
        });
    elsewhere.changed(room, who);
  }

  /** A socket of somebody closed: they leave after the grace time, unless they are back by then. */
  public void leaveAfterGrace(String room, String who) {
    leaveAfter(settings.grace(), room, who);
  }

  /** The same, after a time of its own. */
  public void leaveAfter(Duration grace, String room, String who) {
    timers.after(grace, () -> leave(room, who));
  }

  /** Everybody present in a room now, on any node. May ask the database. */
  public Set<String> present(String room) {
    return Set.copyOf(byName(room).keySet());
  }

  /** Everybody present in a room now, on any node, with what others see of them, by name. */
  public List<PresenceRecord> records(String room) {
    return List.copyOf(byName(room).values());
  }

  /** Somebody's presence in a room on this node; null if they have none here. */
  public @Nullable PresenceRecord here(String room, String who) {
    Map<String, Attendance> present = rooms.get(room);
    Attendance found = present == null ? null : present.get(who);
    return found == null ? null : new PresenceRecord(who, found.info());
  }

  /** Names every presence on this node: the room, and who. */
  public void forEachHere(BiConsumer<String, String> action) {
    rooms.forEach((room, present) -> present.keySet().forEach(who -> action.accept(room, who)));
  }

  private Map<String, PresenceRecord> byName(String room) {
    Map<String, PresenceRecord> all = new TreeMap<>(Comparator.naturalOrder());
    elsewhere.present(room).forEach(one -> all.put(one.id(), one));
    Map<String, Attendance> here = rooms.getOrDefault(room, Map.of());
    here.forEach((who, attendance) -> all.put(who, new PresenceRecord(who, attendance.info())));
    return all;
  }
}
