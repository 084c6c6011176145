package io.ropeway.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Measures a server that runs already; for trying things out. */
public final class LoadBenchmark {
  private LoadBenchmark() {}

  /**
   * Prints the table.
   *
   * @param arguments the server's port and process id, the seconds a loop runs, the room sizes
   */
  public static void main(String[] arguments) throws IOException {
    Target server =
        new Target("Ropeway", Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    Duration loopTime = Duration.ofSeconds(Integer.parseInt(arguments[2]));
    List<Integer> roomSizes =
        List.of(arguments).subList(3, arguments.length).stream().map(Integer::valueOf).toList();
    System.out.println(compare(server, roomSizes, loopTime).render());
  }

  /** Measures the floor, then the server. */
  static FiguresTable compare(Target server, List<Integer> roomSizes, Duration loopTime)
      throws IOException {
    try (FloorProcess floor = new FloorProcess()) {
      Figures floors = new LoadScenario(floor.target(), roomSizes, loopTime).run();
      Figures servers = new LoadScenario(server, roomSizes, loopTime).run();
      return new FiguresTable(servers, floors);
    }
  }
}
