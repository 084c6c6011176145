package io.ropeway.broadcast;

import io.ropeway.room.RoomRegistry;
import io.ropeway.session.EndedCredentials;
import io.ropeway.session.SessionRegistry;

/** The publishing side of a node, wired by hand. */
public final class TestBroadcasting {

  public final RoomRegistry rooms = new RoomRegistry();
  public final TestTransactions transactions = new TestTransactions();
  public final Broadcaster broadcaster = new Broadcaster();
  public final Evictions evictions = new Evictions();
  public final LocalFanOut fanOut = new LocalFanOut();

  public TestBroadcasting() {
    fanOut.rooms = rooms;
    broadcaster.transactions = transactions;
    broadcaster.fanOut = fanOut;
    evictions.transactions = transactions;
    evictions.rooms = rooms;
  }

  /** Closes the connections of a registry. */
  public RemoteDisconnect remoteDisconnect(
      SessionRegistry sessions, EndedCredentials endedCredentials) {
    RemoteDisconnect made = new RemoteDisconnect();
    made.transactions = transactions;
    made.sessions = sessions;
    made.endedCredentials = endedCredentials;
    return made;
  }
}
