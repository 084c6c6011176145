package io.ropeway.room;

/**
 * A durable stream that a subscriber follows, and since where. Written by whoever lets it follow,
 * read by fan-outs of other streams on any thread.
 */
public final class FollowedStream {

  private static final long NOT_YET = Long.MAX_VALUE;

  private final long streamId;
  private volatile long since = NOT_YET;

  public FollowedStream(long streamId) {
    this.streamId = streamId;
  }

  /** From now on it is told, sooner or later, everything after this offset. */
  public void since(long offset) {
    since = Math.min(since, offset);
  }

  /** Whether the entry at this place is one that it is told. */
  boolean carries(long id, long offset) {
    return streamId == id && offset > since;
  }
}
