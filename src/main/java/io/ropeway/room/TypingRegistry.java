package io.ropeway.room;

import io.ropeway.config.ChatSettings;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is typing where. A mark that is not renewed ends by itself.
 *
 * <p>The node on which somebody types owns the mark and tells of its end. The others only know of
 * it, and for a little longer than it can last, so that they forget the marks of a node that died.
 */
@ApplicationScoped
public class TypingRegistry {

  private record Place(String room, String who) {}

  /** One mark; compared by identity, for the end of one must not end its successor. */
  private static final class Mark {
    private volatile @Nullable Timeout timeout;

    void cancel() {
      Timeout set = timeout;
      if (set != null) {
        set.cancel();
      }
    }
  }

  @Inject ChatSettings settings;
  @Inject TimerWheel timers;

  /** How much longer than its owner another node knows of a mark. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final ConcurrentMap<Place, Mark> marks = new ConcurrentHashMap<>();
  private final ConcurrentMap<Place, Mark> elsewhere = new ConcurrentHashMap<>();

  /**
   * Somebody types, or still does.
   *
   * @param onEnd runs on the timer's thread if the mark ends by itself
   * @return whether they were not typing before
   */
  public boolean start(String room, String who, Runnable onEnd) {
    Place place = new Place(room, who);
    Mark mark = new Mark();
    Mark before = marks.put(place, mark);
    mark.timeout = timers.after(settings.typing(), () -> expire(place, mark, onEnd));
    if (before != null) {
      before.cancel();
    }
    return before == null;
  }

  /**
   * Somebody stopped typing.
   *
   * @return whether they were typing
   */
  public boolean stop(String room, String who) {
    Mark mark = marks.remove(new Place(room, who));
    if (mark != null) {
      mark.cancel();
    }
    return mark != null;
  }

  /** Somebody types on another node, or stopped. */
  public void heard(String room, String who, boolean types) {
    Place place = new Place(room, who);
    Mark mark = types ? new Mark() : null;
    Mark before = mark == null ? elsewhere.remove(place) : elsewhere.put(place, mark);
    if (mark != null) {
      mark.timeout =
          timers.after(settings.typing().plus(MARGIN), () -> elsewhere.remove(place, mark));
    }
    if (before != null) {
      before.cancel();
    }
  }

  /** Everybody typing in a room now, on any node. */
  public Set<String> typing(String room) {
    return Stream.concat(marks.keySet().stream(), elsewhere.keySet().stream())
        .filter(place -> place.room().equals(room))
        .map(Place::who)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void expire(Place place, Mark mark, Runnable onEnd) {
    if (marks.remove(place, mark)) {
      onEnd.run();
    }
  }
}
