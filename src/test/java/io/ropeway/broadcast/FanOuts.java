package io.ropeway.broadcast;

import io.ropeway.room.RoomRegistry;

/** Makes a fan-out without a container, for benchmarks. */
public final class FanOuts {
  private FanOuts() {}

  public static LocalFanOut over(RoomRegistry rooms) {
    LocalFanOut fanOut = new LocalFanOut();
    fanOut.rooms = rooms;
    return fanOut;
  }
}
