package io.ropeway.room;

import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of this node by stream name. A room is there as long as somebody follows its stream.
 *
 * <p>May be called from any thread; joins and leaves of one stream wait for each other, those of
 * different streams do not.
 */
@ApplicationScoped
public class RoomRegistry {

  private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();

  /**
   * Lets a subscriber follow a stream from now on. Once more changes its callback only.
   *
   * @param callback hears the events in the subscriber's place; null sends them on as they are
   */
  public void follow(String stream, Subscriber subscriber, @Nullable StreamCallback callback) {
    rooms.compute(
        stream,
        (name, existing) -> {
          Room room = existing == null ? new Room(name) : existing;
          room.become(room.followers().without(subscriber).with(subscriber, callback));
          return room;
        });
  }

  /** Ends it. */
  public void leave(String stream, Subscriber subscriber) {
    rooms.computeIfPresent(
        stream,
        (name, room) -> {
          room.become(room.followers().without(subscriber));
          return room.followers().isEmpty() ? null : room;
        });
  }

  /** Ends every subscription that follows a stream and matches. */
  public void evict(String stream, Predicate<Identity> who) {
    Room room = rooms.get(stream);
    if (room == null) {
      return;
    }
    room.followers()
        .forEach(
            subscriber -> {
              if (who.test(subscriber.identity())) {
                leave(stream, subscriber);
                subscriber.evict();
              }
            });
  }

  /** The room of a stream, or null if nobody on this node follows it. */
  public @Nullable Room find(String stream) {
    return rooms.get(stream);
  }

  /** How many streams are followed. */
  public int size() {
    return rooms.size();
  }
}
