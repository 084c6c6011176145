package io.ropeway.benchmark;

import io.ropeway.it.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Loads the shipped WAR on the real server and prints the table. Reads the system properties {@code
 * benchmark.connections}, {@code benchmark.seconds} (of each loop) and {@code benchmark.jvm}
 * (options of the server's JVM).
 */
public final class LoadBenchmark {
  private static final int CROWD = Integer.getInteger("benchmark.connections", 10_000);
  private static final Duration LOOP =
      Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 12));
  private static final String JVM_OPTIONS =
      System.getProperty("benchmark.jvm", "-Xmx1g -XX:+UseSerialGC");

  private LoadBenchmark() {}

  /**
   * Prints the table and the goals that were missed.
   *
   * @param arguments port and process id of a server that runs already with the fixtures and the
   *     key {@code demo}; none to start one of what the build has made
   */
  public static void main(String[] arguments) throws IOException {
    Comparison comparison =
        arguments.length == 0
            ? ofTheShippedWar()
            : measure(new Target(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])));
    Goals.missed(comparison).forEach(System.out::println);
  }

  /** Starts a server, measures it, and stops it. */
  static Comparison ofTheShippedWar() throws IOException {
    try (ServerProcess server =
        ServerProcess.named("benchmark")
            .withFixtures()
            .onEmbeddedDatabase() // nothing that is measured here is stored
            .setting("ropeway.anonymous.enabled", true)
            .setting("ropeway.limits.commands-per-second", 0)
            .jvm(JVM_OPTIONS.split(" "))
            .start()) {
      return measure(new Target(server.port(), server.pid()));
    }
  }

  private static Comparison measure(Target server) throws IOException {
    Comparison comparison = Comparison.of(server, LOOP, CROWD, List.of(CROWD / 10, CROWD / 2));
    Report.add(new ComparisonTable(comparison).render());
    return comparison;
  }
}
