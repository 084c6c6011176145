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

/** Who is typing where. A mark that is not renewed ends by itself. */
@ApplicationScoped
public class TypingRegistry {

  private record Place(String room, String who) {}

  @Inject ChatSettings settings;
  @Inject TimerWheel timers;

  private final ConcurrentMap<Place, Timeout> marks = new ConcurrentHashMap<>();

  /**
   * Somebody types, or still does.
   *
   * @param onEnd runs on the timer's thread if the mark ends by itself
   * @return whether they were not typing before
   */
  public boolean start(String room, String who, Runnable onEnd) {
    Place place = new Place(room, who);
    Timeout mark = timers.after(settings.typing(), () -> expire(place, onEnd));
    Timeout before = marks.put(place, mark);
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
    Timeout mark = marks.remove(new Place(room, who));
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

  private void expire(Place place, Runnable onEnd) {
    if (marks.remove(place) != null) {
      onEnd.run();
    }
  }
}
