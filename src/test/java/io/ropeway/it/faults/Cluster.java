package io.ropeway.it.faults;

import io.ropeway.it.BrokerProcess;
import io.ropeway.it.PostgresServer;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.ServerSetup;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** Two nodes on one PostgreSQL that keeps what it confirms, and a broker between them. */
final class Cluster {

  /** How many clients talk while something breaks, and in how many rooms. */
  static final int CLIENTS = 200;

  static final int ROOMS = 20;

  /** How often each of them speaks: fast enough for 200 messages in 10 s, by half of them. */
  static final Duration PACE = Duration.ofSeconds(3);

  /** How long the broker and the database are away. */
  static final Duration OUTAGE = Duration.ofSeconds(10);

  private static final AtomicInteger TOWNS = new AtomicInteger();
  private static final String SHARED = "faults";
  private static Cluster running;

  private final String name;
  private final PostgresServer postgres;
  private final BrokerProcess broker;
  private final List<ServerProcess> nodes;
  private final MessageTable table;

  private Cluster(
      String name, PostgresServer postgres, BrokerProcess broker, List<ServerProcess> nodes) {
    this.name = name;
    this.postgres = postgres;
    this.broker = broker;
    this.nodes = nodes;
    this.table = new MessageTable(postgres::connect);
  }

  /** The one that tests share; whoever breaks something mends it. */
  static synchronized Cluster shared() {
    if (running == null || !running.name.equals(SHARED)) {
      start(SHARED, setup -> setup, setup -> setup);
    }
    return running;
  }

  /**
   * Starts one with something more for each of the nodes. There is one at a time, for two would
   * need a larger machine: the last is stopped.
   */
  static synchronized Cluster start(
      String name, UnaryOperator<ServerSetup> first, UnaryOperator<ServerSetup> second) {
    PostgresServer postgres = begin(name);
    BrokerProcess broker = BrokerProcess.start(name);
    UnaryOperator<ServerSetup> member = setup -> setup.on(postgres).through(broker);
    ServerProcess one = node(name + "-one", setup -> first.apply(member.apply(setup)));
    ServerProcess two = node(name + "-two", setup -> second.apply(member.apply(setup)));
    running = new Cluster(name, postgres, broker, List.of(one.start(), two.start()));
    return running;
  }

  /** Starts one without a broker of its own: that is embedded in its first node. */
  static synchronized Cluster startWithEmbeddedBroker(String name) {
    PostgresServer postgres = begin(name);
    ServerProcess one = node(name + "-one", setup -> setup.on(postgres).hostingBroker());
    one.start();
    ServerProcess two = node(name + "-two", setup -> setup.on(postgres).throughBrokerOf(one));
    running = new Cluster(name, postgres, null, List.of(one, two.start()));
    return running;
  }

  private static PostgresServer begin(String name) {
    if (running != null) {
      running.close();
      running = null;
    }
    return PostgresServer.start(name + "-postgres");
  }

  private static ServerProcess node(String name, UnaryOperator<ServerSetup> more) {
    return more.apply(
            ServerProcess.named(name)
                .withFixtures()
                .setting("ropeway.limits.connections-per-identity", 0))
        .prepare();
  }

  PostgresServer postgres() {
    return postgres;
  }

  BrokerProcess broker() {
    return broker;
  }

  ServerProcess node(int number) {
    return nodes.get(number);
  }

  List<URI> addresses() {
    return nodes.stream().map(ServerProcess::uri).toList();
  }

  MessageTable table() {
    return table;
  }

  /** A crowd that is there, with rooms and people of its own, and talks. */
  Crowd crowd() {
    Crowd crowd = new Crowd(town(ROOMS, CLIENTS), table, CLIENTS, addresses()).enter();
    crowd.speak(PACE);
    Awaitility.await("everybody has said something")
        .atMost(Duration.ofSeconds(60))
        .until(() -> crowd.standings().stream().allMatch(one -> one.acknowledged() > 0));
    return crowd;
  }

  /** Waits for a time to pass. */
  static void pass(Duration time) {
    Awaitility.await().atMost(time.plusSeconds(5)).pollDelay(time).until(() -> true);
  }

  /** Rooms and people of their own. */
  Town town(int rooms, int people) {
    return new Town(postgres::connect, "town" + TOWNS.incrementAndGet()).build(rooms, people);
  }

  private void close() {
    nodes.forEach(ServerProcess::close);
    if (broker != null) {
      broker.close();
    }
    postgres.close();
  }
}
