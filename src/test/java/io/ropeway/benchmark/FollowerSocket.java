package io.ropeway.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One socket of a follower. */
final class FollowerSocket extends CableSocket {
  private final StreamCrowd crowd;
  private final StreamFollower follower;
  private final boolean asksForHistory;

  FollowerSocket(SocketLoop loop, StreamCrowd crowd, StreamFollower follower) throws IOException {
    super(loop, follower.door().server(), crowd.pings());
    this.crowd = crowd;
    this.follower = follower;
    this.asksForHistory = follower.hasPosition();
  }

  @Override
  ByteBuffer upgrade() {
    return follower.door().upgrade();
  }

  @Override
  void welcomed() throws IOException {
    crowd.greeted(follower);
  }

  @Override
  boolean received(ServerFrame frame) throws IOException {
    if (follower.heard(frame)) {
      return true;
    }
    boolean lastAnswer = asksForHistory ? frame.isHistoryConfirmation() : frame.isConfirmation();
    if (lastAnswer) {
      follower.caughtUp();
      crowd.caughtUp();
    } else if (frame.isHistoryRejection() || frame.isRefusedAction()) {
      throw new IOException("Refused: " + frame.text());
    }
    return lastAnswer;
  }

  @Override
  void lost(String reason) {
    crowd.lost(reason);
  }
}
