package io.ropeway.benchmark;

import io.ropeway.it.PostgresServer;
import io.ropeway.it.ServerProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Measures a support desk on the shipped WAR and PostgreSQL, and reports. Reads the system
 * properties {@code benchmark.messages} (a second), {@code benchmark.seconds} (of the loop) and
 * {@code benchmark.jvm} (options of the server's JVM).
 */
public final class DeskBenchmark {
  private static final int PER_SECOND = Integer.getInteger("benchmark.messages", 100);
  private static final Duration LOOP =
      Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 12));
  private static final String JVM_OPTIONS =
      System.getProperty("benchmark.jvm", "-Xmx1g -XX:+UseSerialGC");

  private DeskBenchmark() {}

  /** Prints the table and the goals that were missed. */
  public static void main(String[] arguments) throws Exception {
    Goals.missed(ofTheShippedWar()).forEach(System.out::println);
  }

  /** Starts a database and a server, measures them, and stops them. */
  static DeskFigures ofTheShippedWar() throws IOException, SQLException {
    try (PostgresServer database = PostgresServer.start("benchmark-desk-postgres");
        DatabaseMeter meter = new DatabaseMeter(database.connect());
        ServerProcess server =
            ServerProcess.named("benchmark-desk")
                .withFixtures()
                .on(database)
                .setting("ropeway.limits.connections-per-identity", 0)
                .jvm(JVM_OPTIONS.split(" "))
                .start();
        SocketLoop loop = new SocketLoop()) {
      Target target = new Target(server.port(), server.pid());
      DeskTown town = new DeskTown(meter.connection());
      DeskScenario scenario = new DeskScenario(loop, target, town);
      scenario.connect();
      DeskFigures figures = scenario.measure(PER_SECOND, LOOP, meter, new DeskList(target, town));
      Report.add(DeskTable.render(meter.durability(), figures));
      return figures;
    }
  }
}
