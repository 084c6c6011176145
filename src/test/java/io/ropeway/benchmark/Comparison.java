package io.ropeway.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The server and the floor, measured in turns in one run: what else the machine does falls on both.
 *
 * @param server the figures of the server with its largest crowd
 * @param floor those of the floor
 * @param rooms closed loops in smaller rooms, and the crowd's as the last
 */
record Comparison(Figures server, Figures floor, List<Pair> rooms) {

  /** The same loop on both. */
  record Pair(Figures.Loop server, Figures.Loop floor) {
    double cpuRatio() {
      return server.cpuMicros() / floor.cpuMicros();
    }
  }

  /**
   * Measures.
   *
   * @param loopTime how long each loop runs
   * @param crowd connections of the largest room
   * @param rooms sizes of the smaller ones
   */
  static Comparison of(Target server, Duration loopTime, int crowd, List<Integer> rooms)
      throws IOException {
    try (FloorProcess process = new FloorProcess()) {
      LoadScenario floor = new LoadScenario(process.target(), loopTime);
      LoadScenario ours = new LoadScenario(server, loopTime);
      floor.warmUp();
      ours.warmUp();
      // First, while neither heap has grown for others.
      Figures floors = floor.crowd(crowd);
      Figures servers = ours.crowd(crowd);
      List<Pair> pairs = new ArrayList<>();
      for (int size : rooms) {
        Figures.Loop floorsRoom = floor.room(size);
        pairs.add(new Pair(ours.room(size), floorsRoom));
      }
      pairs.add(new Pair(servers.closed(), floors.closed()));
      return new Comparison(servers, floors, pairs);
    }
  }

  /** The server's CPU time per delivery as a multiple of the floor's, over all rooms. */
  double cpuRatio() {
    return rooms.stream().mapToDouble(Pair::cpuRatio).average().orElseThrow();
  }
}
