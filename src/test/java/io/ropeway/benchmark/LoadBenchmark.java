package io.ropeway.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Measures a server that runs already, for trying things out; {@code LoadBenchmarkIT} starts one.
 */
public final class LoadBenchmark {
  private LoadBenchmark() {}

  /**
   * Prints the table and the goals that were missed.
   *
   * @param arguments the server's port and process id, the seconds a loop runs, the size of the
   *     crowd, and the sizes of smaller rooms
   */
  public static void main(String[] arguments) throws IOException {
    Target server = new Target(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    Duration loopTime = Duration.ofSeconds(Integer.parseInt(arguments[2]));
    int crowd = Integer.parseInt(arguments[3]);
    List<Integer> rooms =
        List.of(arguments).subList(4, arguments.length).stream().map(Integer::valueOf).toList();
    Comparison comparison = Comparison.of(server, loopTime, crowd, rooms);
    System.out.println(new ComparisonTable(comparison).render());
    Goals.missed(comparison).forEach(System.out::println);
  }
}
