package io.ropeway.room;

/**
 * One stream on this node: its followers, and the turn in which its events are delivered.
 *
 * <p>Any thread may read {@link #followers()}. Only the {@link RoomRegistry} changes them.
 */
public final class Room {

  private final String stream;
  private final Turn turn = new Turn();
  private volatile Followers followers = Followers.NOBODY;

  Room(String stream) {
    this.stream = stream;
  }

  public String stream() {
    return stream;
  }

  /** Who follows the stream now. */
  public Followers followers() {
    return followers;
  }

  /** In which all of this stream's deliveries happen, one after another. */
  public Turn turn() {
    return turn;
  }

  void become(Followers changed) {
    followers = changed;
  }
}
