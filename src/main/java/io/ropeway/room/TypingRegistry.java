package io.ropeway.room;

import io.ropeway.config.ChatSettings;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is typing where. A mark that is not renewed ends by itself. */
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

  private final ConcurrentMap<Place, Mark> marks = new ConcurrentHashMap<>();

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

  /** Everybody typing in a room now. */
  public Set<String> typing(String room) {
    return marks.keySet().stream()
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
