package io.ropeway.broadcast;

/**
 * The state of a durable stream's log at one instant.
 *
 * @param id the stream's number
 * @param stream the stream's name
 * @param epoch names the life of the log; another one if the log went back or was wiped
 * @param offset the newest entry's offset, 0 before the first
 * @param floor the lowest offset that the log still has or, if it has none, would give next; what
 *     is older was trimmed away
 * @param epochStart the first offset of this epoch
 */
public record StreamHead(
    long id, String stream, String epoch, long offset, long floor, long epochStart) {

  /** Whether everything after this position can still be read. */
  public boolean canReplayAfter(String positionEpoch, long position) {
    return epoch.equals(positionEpoch) && position >= floor - 1 && position <= offset;
  }
}
