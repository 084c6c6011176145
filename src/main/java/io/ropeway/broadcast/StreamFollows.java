package io.ropeway.broadcast;

import io.ropeway.room.RoomRegistry;
import io.ropeway.room.StreamCallback;
import io.ropeway.room.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lets subscribers follow streams. */
@ApplicationScoped
public class StreamFollows {

  @Inject StreamNames names;
  @Inject RoomRegistry rooms;
  @Inject Sequencers sequencers;
  @Inject StreamLog log;

  /**
   * Begins to follow. A transient stream is heard at once. A durable one is not heard before the
   * follow goes live, and then everything that was published since this call is.
   *
   * @param callback hears the events in the subscriber's place; null sends them on as they are
   */
  public Follow hold(String stream, Subscriber subscriber, @Nullable StreamCallback callback) {
    if (!names.isDurable(stream)) {
      Follow follow = new Follow(stream, subscriber, callback, rooms, null, () -> {});
      follow.enterRoom();
      return follow;
    }
    StreamSequencer sequencer = sequencers.acquire(stream);
    Follow follow =
        new Follow(
            stream, subscriber, callback, rooms, sequencer, () -> sequencers.release(sequencer));
    sequencer.add(follow);
    return follow;
  }

  /**
   * Makes a durable stream that is not there yet, which is due before its head is read in the
   * transaction of a snapshot. Blocks for the database, but for streams that are known.
   *
   * @throws RuntimeException if the database is away
   */
  public void ensure(String stream) {
    if (names.isDurable(stream)) {
      log.ensure(stream);
    }
  }

  /**
   * Where a stream's log stands now. Blocks for the database.
   *
   * @throws RuntimeException if the database is away
   */
  public StreamHead head(String stream) {
    return log.head(stream);
  }
}
