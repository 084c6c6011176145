package io.ropeway.broadcast;

import io.ropeway.protocol.StreamPosition;
import io.ropeway.room.FollowedStream;
import io.ropeway.room.RoomRegistry;
import io.ropeway.room.StreamCallback;
import io.ropeway.room.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That one subscriber follows one stream.
 *
 * <p>On a transient stream it is live from the start. On a durable one it is held first: nothing is
 * heard, and nothing published from then on is missed. Then it is told where to {@linkplain
 * #startAt start} and goes live, at once or after a replay of what came before. Methods may be
 * called from any thread, for one follow one after another; only {@link #end} may come at any time.
 */
public final class Follow {

  /** Names of entries that are left out, and up to where. */
  private record Omission(Set<String> names, long upTo) {}

  private final String stream;
  private final Subscriber subscriber;
  private final @Nullable StreamCallback callback;
  private final RoomRegistry rooms;
  private final @Nullable StreamSequencer sequencer;
  private final Runnable onEnd;

  private volatile @Nullable StreamHead start;
  private volatile boolean snapshot;
  private volatile @Nullable FollowedStream followed;

  /** The last entry that it was told or may skip; owned by the sequencer's turn or the replay. */
  private volatile long position;

  /** The life of the log that {@link #position} belongs to; null before anything was told. */
  private volatile @Nullable String epoch;

  private volatile @Nullable Omission omission;

  /** After which offset everything was told; what is older may be asked for. */
  private long toldSince;

  /** What was asked for while a replay is under way, else null; owned by the sequencer's turn. */
  private @Nullable List<Runnable> afterReplay;

  // Guarded by this.
  private boolean ended;
  private boolean live;
  private long evictedAt = -1;

  Follow(
      String stream,
      Subscriber subscriber,
      @Nullable StreamCallback callback,
      RoomRegistry rooms,
      @Nullable StreamSequencer sequencer,
      Runnable onEnd) {
    this.stream = stream;
    this.subscriber = subscriber;
    this.callback = callback;
    this.rooms = rooms;
    this.sequencer = sequencer;
    this.onEnd = onEnd;
  }

  public String stream() {
    return stream;
  }

  public boolean isDurable() {
    return sequencer != null;
  }

  /** Where it goes live from; null while that is not known, and for transient streams. */
  public @Nullable StreamHead start() {
    return start;
  }

  /** Whether the client was shown the state as of {@link #start()}. */
  public boolean hasSnapshot() {
    return snapshot;
  }

  /**
   * Says where it will go live from.
   *
   * @param head the head as it was when the right to follow was found, or later
   * @param withSnapshot whether the client was shown everything up to that head, in some other way
   */
  public void startAt(StreamHead head, boolean withSnapshot) {
    boolean evicted;
    synchronized (this) {
      start = head;
      snapshot = withSnapshot;
      evicted = evictedAt > head.offset();
    }
    if (evicted) {
      evict();
    }
  }

  /** Lets it hear everything after its start. */
  public void goLive() {
    if (sequencer != null) {
      sequencer.replay(this, requireStart().offset(), () -> {});
    }
  }

  /**
   * Lets it hear everything after an offset at or below its start; if it is live already, what was
   * told since then is not told again.
   *
   * @param done runs when all that was missed is with the client's outbox and nothing newer is
   */
  public void replayAfter(long offset, Runnable done) {
    if (sequencer != null) {
      requireStart();
      sequencer.replay(this, offset, done);
    } else {
      done.run();
    }
  }

  /**
   * Leaves out the entries of these names up to an offset: their effect cannot be taken back, and
   * they have been sent once. To be called before a replay.
   */
  public void omit(Set<String> names, long upTo) {
    if (!names.isEmpty()) {
      omission = new Omission(names, upTo);
    }
  }

  /**
   * The last entry that was handed to the client's outbox, or to the callback, with all before it
   * that are for this follower. Any thread.
   *
   * @return null for a transient stream, and while that is not known
   */
  public @Nullable StreamPosition told() {
    StreamSequencer source = sequencer;
    if (source == null) {
      return null;
    }
    if (isLive()) {
      return source.told();
    }
    StreamHead head = source.head();
    long offset = position;
    String known = epoch;
    return known != null && head != null && known.equals(head.epoch())
        ? new StreamPosition(stream, known, offset)
        : null;
  }

  /** Nothing is heard from now on. */
  public void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      rooms.leave(stream, subscriber);
    }
    FollowedStream noted = followed;
    if (noted != null) {
      subscriber.remove(noted);
    }
    if (sequencer != null) {
      sequencer.remove(this);
    }
    onEnd.run();
  }

  // For the sequencer and the replay.

  Subscriber subscriber() {
    return subscriber;
  }

  synchronized boolean hasEnded() {
    return ended || subscriber.session().isEnding();
  }

  long position() {
    return position;
  }

  void moveTo(long offset) {
    position = offset;
  }

  long toldSince() {
    return toldSince;
  }

  StreamHead requireStart() {
    StreamHead known = start;
    if (known == null) {
      throw new IllegalStateException("It is not known where to follow " + stream + " from");
    }
    return known;
  }

  /** Notes that everything after an offset is told, by whatever way. */
  void tellSince(long offset) {
    toldSince = offset;
    moveTo(offset);
    epoch = requireStart().epoch();
    FollowedStream noted = followed;
    if (noted == null) {
      noted = new FollowedStream(requireStart().id());
      followed = noted;
      subscriber.add(noted);
      if (hasEnded()) {
        subscriber.remove(noted);
      }
    }
    noted.since(offset);
  }

  /** A replay begins, in the sequencer's turn: until its end no other does. */
  void replayBegins() {
    afterReplay = new ArrayList<>(0);
  }

  /** True if a replay is under way, and the action waits for its end. In the turn. */
  boolean waitsForReplay(Runnable action) {
    List<Runnable> waiting = afterReplay;
    return waiting != null && waiting.add(action);
  }

  /** The log began anew; what it had before is no measure any more. */
  void restartAt(long offset) {
    FollowedStream noted = followed;
    if (noted != null) {
      noted.since(offset);
      toldSince = Math.min(toldSince, offset);
    }
  }

  /** Hears from now on what the room hears. In the sequencer's turn, where there is one. */
  void enterRoom() {
    synchronized (this) {
      if (!ended) {
        live = true;
        rooms.follow(stream, subscriber, callback);
      }
    }
    List<Runnable> waiting = afterReplay;
    afterReplay = null;
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }

  /** Hears nothing from the room until it enters again. */
  synchronized void leaveRoom() {
    live = false;
    rooms.leave(stream, subscriber);
  }

  /** Whether it hears what is published now. */
  public synchronized boolean isLive() {
    return live && !ended;
  }

  /** The right to follow ended at this offset; whoever was let in at a later one stays. */
  void evictAt(long offset) {
    boolean now;
    synchronized (this) {
      StreamHead known = start;
      evictedAt = Math.max(evictedAt, offset);
      now = known != null && known.offset() < offset;
    }
    if (now) {
      evict();
    }
  }

  /** Nothing more reaches the client, not even what waits for it already. */
  private void evict() {
    end();
    subscriber.evict();
  }

  /** Tells it one entry, unless that is not for it or reaches it by a wider stream. */
  void tell(CachedEvent cached) {
    try {
      hand(cached);
    } finally {
      position = cached.offset(); // only now, since others take it for what was handed over
    }
  }

  private void hand(CachedEvent cached) {
    LogEvent event = cached.event();
    if (event.kind() != EventKind.DATA
        || isOmitted(event)
        || event.exclusion().excludes(subscriber)
        || LocalFanOut.isToldElsewhere(subscriber, event)) {
      return;
    }
    if (callback != null) {
      callback.received(event.payload());
    } else {
      subscriber
          .session()
          .outbox()
          .offer(cached.frame(subscriber.session().codec(), subscriber.identifier()));
    }
  }

  private boolean isOmitted(LogEvent event) {
    Omission left = omission;
    return left != null && event.offset() <= left.upTo() && left.names().contains(event.name());
  }
}
