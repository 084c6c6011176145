package io.ropeway.ledger;

import io.ropeway.broadcast.StreamHead;
import io.ropeway.protocol.StreamPosition;

/**
 * How far one stream has reached one client.
 *
 * @param stream the stream's name
 * @param epoch names the life of the stream's log
 * @param proved everything up to this offset has arrived
 * @param sent everything up to this offset was sent; what lies between may have arrived
 */
public record Reach(String stream, String epoch, long proved, long sent) {

  /** The {@link #proved} of a client that has nothing of this epoch. */
  public static final long NOTHING = -1;

  /** A client that has everything up to a position, and was sent no more. */
  public static Reach at(StreamPosition position) {
    return new Reach(position.stream(), position.epoch(), position.offset(), position.offset());
  }

  /**
   * The offset to go on after, for a client that has reached this far.
   *
   * @param head the log as it is now; what it has lost cannot be told, what it began anew is new
   */
  public long resumeIn(StreamHead head) {
    long offset = epoch.equals(head.epoch()) && proved != NOTHING ? proved : head.epochStart() - 1;
    return Math.max(head.floor() - 1, Math.min(offset, head.offset()));
  }

  /** Up to which offset a client was sent everything at least once; -1 for nothing. */
  public long sentIn(StreamHead head) {
    return epoch.equals(head.epoch()) ? sent : NOTHING;
  }

  /** This one after everything up to a position was sent. */
  Reach sentTo(StreamPosition position) {
    return position.epoch().equals(epoch)
        ? new Reach(stream, epoch, proved, Math.max(sent, position.offset()))
        : at(position).unproved();
  }

  /** This one after everything up to a position has arrived. */
  Reach provedTo(StreamPosition position) {
    return position.epoch().equals(epoch)
        ? new Reach(
            stream, epoch, Math.max(proved, position.offset()), Math.max(sent, position.offset()))
        : at(position);
  }

  /** A log that began anew: nothing of its new life is proved to have arrived. */
  private Reach unproved() {
    return new Reach(stream, epoch, NOTHING, sent);
  }
}
