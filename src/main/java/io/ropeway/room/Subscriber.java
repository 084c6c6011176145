package io.ropeway.room;

import io.ropeway.session.ClientSession;
import io.ropeway.session.Identity;
import java.util.Arrays;

/**
 * One subscription of one session, as fan-out sees it. Compared by identity.
 *
 * <p>The identifier is the client's own text, echoed byte for byte with every event.
 */
public final class Subscriber {

  private static final FollowedStream[] NONE = {};

  private final ClientSession session;
  private final String identifier;
  private final Fate fate;
  private volatile Identity identity;
  private volatile FollowedStream[] followed = NONE; // replaced, never written to

  /** What may befall a subscriber; called from any thread, returns at once. */
  @FunctionalInterface
  public interface Fate {

    /** Its right to follow has ended: of nothing that it follows it may hear any more. */
    default void silenced() {}

    /** So has the whole subscription, and what waited for it is gone. */
    void evicted();

    /** A stream cannot tell everything that came after what it was told last. */
    default void lost(String stream) {}

    /** A stream's log began anew, and tells everything of its new life. */
    default void restarted(String stream) {}
  }

  public Subscriber(ClientSession session, String identifier, Fate fate) {
    this.session = session;
    this.identifier = identifier;
    this.fate = fate;
    this.identity = session.identity();
  }

  public ClientSession session() {
    return session;
  }

  public String identifier() {
    return identifier;
  }

  /** Whom it speaks for: its session's party, unless the subscription named another. */
  public Identity identity() {
    return identity;
  }

  /** From now on it speaks for a party that the subscription itself has proved to be. */
  public void actAs(Identity party) {
    identity = party;
  }

  /**
   * Ends the whole subscription, since its right to follow has ended. Nothing more of it reaches
   * the client, not even what waits already; only then is the client told.
   */
  public void evict() {
    fate.silenced();
    session.outbox().purge(identifier);
    fate.evicted();
  }

  /** Tells that events of a stream are missing which nobody can tell any more. */
  public void lose(String stream) {
    fate.lost(stream);
  }

  /** Tells that a stream's log began anew, and that positions in it mean nothing any more. */
  public void restart(String stream) {
    fate.restarted(stream);
  }

  /** Notes that it follows a durable stream. */
  public synchronized void add(FollowedStream stream) {
    FollowedStream[] more = Arrays.copyOf(followed, followed.length + 1);
    more[followed.length] = stream;
    followed = more;
  }

  /** Notes that it no longer does. */
  public synchronized void remove(FollowedStream stream) {
    followed = Arrays.stream(followed).filter(one -> one != stream).toArray(FollowedStream[]::new);
  }

  /** Whether it is told the entry at this place of a durable stream. */
  public boolean isTold(long streamId, long offset) {
    FollowedStream[] all = followed;
    for (int i = 0; i < all.length; i++) {
      if (all[i].carries(streamId, offset)) {
        return true;
      }
    }
    return false;
  }
}
