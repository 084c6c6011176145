package io.ropeway.benchmark;

import io.ropeway.it.BrokerProcess;
import io.ropeway.it.PostgresServer;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.ServerSetup;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Measures durable streams on the shipped WAR and PostgreSQL, and reports. Reads the system
 * properties {@code benchmark.replays} and {@code benchmark.herd} (clients at one time), {@code
 * benchmark.publishing} (seconds of each loop) and {@code benchmark.jvm} (options of the servers'
 * JVMs).
 */
public final class StreamBenchmark {
  private static final int REPLAYS = Integer.getInteger("benchmark.replays", 2_000);
  private static final int HERD = Integer.getInteger("benchmark.herd", 5_000);
  private static final Duration LOOP =
      Duration.ofSeconds(Integer.getInteger("benchmark.publishing", 8));
  private static final Duration FLOOR = Duration.ofSeconds(3);
  private static final String JVM_OPTIONS =
      System.getProperty("benchmark.jvm", "-Xmx1g -XX:+UseSerialGC");

  private StreamBenchmark() {}

  /** Prints the table and the goals that were missed. */
  public static void main(String[] arguments) throws Exception {
    Goals.missed(ofTheShippedWar()).forEach(System.out::println);
  }

  /** Starts a database, a server and then two, measures them, and stops them. */
  static StreamFigures ofTheShippedWar() throws IOException, SQLException, InterruptedException {
    try (PostgresServer database = PostgresServer.start("benchmark-postgres");
        DatabaseMeter meter = new DatabaseMeter(database.connect())) {
      double floor = new CommitFloor(database.url()).measure(PublishScenario.ROOMS, FLOOR);
      OneNode one;
      try (ServerProcess server = setup("benchmark-streams", database).start()) {
        one = OneNode.measure(target(server), meter, LOOP, REPLAYS, HERD);
      }
      StreamFigures figures =
          new StreamFigures(
              meter.durability(),
              floor,
              one.publishing(),
              one.remembered(),
              one.stored(),
              one.crowd(),
              one.herd(),
              betweenTwoNodes(database));
      Report.add(new StreamTable(figures).render());
      return figures;
    }
  }

  private static List<StreamFigures.Passage> betweenTwoNodes(PostgresServer database)
      throws IOException {
    try (BrokerProcess broker = BrokerProcess.start("benchmark");
        ServerProcess here = setup("benchmark-a", database).through(broker).start();
        ServerProcess there = setup("benchmark-b", database).through(broker).start();
        SocketLoop loop = new SocketLoop()) {
      BusScenario bus = new BusScenario(loop, target(here), target(there));
      return List.of(
          bus.measure("durable", StreamRoom.durable("bus"), LOOP),
          bus.measure("transient", StreamRoom.passing("bus"), LOOP));
    }
  }

  private static ServerSetup setup(String name, PostgresServer database) {
    return ServerProcess.named(name)
        .withFixtures()
        .on(database)
        .setting("ropeway.anonymous.enabled", true)
        .setting("ropeway.anonymous.grace", Duration.ofMinutes(5)) // many connect before they ask
        .setting("ropeway.limits.commands-per-second", 0)
        .setting("ropeway.limits.connections-per-identity", 0)
        .setting("ropeway.streams.durable", Wire.STREAM + Wire.DURABLE_PREFIX + "*")
        .jvm(JVM_OPTIONS.split(" "));
  }

  private static Target target(ServerProcess server) {
    return new Target(server.port(), server.pid());
  }
}
