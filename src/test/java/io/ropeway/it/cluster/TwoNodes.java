package io.ropeway.it.cluster;

import io.ropeway.it.BrokerProcess;
import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import java.util.concurrent.CompletableFuture;

/** Two nodes on one machine, on one database, with a broker between them; started on first use. */
final class TwoNodes {

  final Database database = Database.create();
  final BrokerProcess broker = BrokerProcess.start("cluster");
  final ServerProcess here = prepare("cluster-here", "here");
  final ServerProcess there = prepare("cluster-there", "there");

  private TwoNodes() {
    CompletableFuture<?> second = CompletableFuture.runAsync(there::start);
    here.start();
    second.join();
  }

  /** The pair that all tests share; whoever breaks something mends it. */
  static TwoNodes shared() {
    return Shared.PAIR;
  }

  private ServerProcess prepare(String name, String id) {
    return ServerProcess.named(name)
        .withFixtures()
        .on(database)
        .through(broker)
        .setting("ropeway.node.id", id)
        .setting("ropeway.presence.grace", "PT2S")
        .setting("ropeway.streams.durable", "alllog-*")
        .prepare();
  }

  private static final class Shared {
    static final TwoNodes PAIR = new TwoNodes();
  }
}
