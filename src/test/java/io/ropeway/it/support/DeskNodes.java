package io.ropeway.it.support;

import io.ropeway.it.BrokerProcess;
import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import java.util.concurrent.CompletableFuture;

/** Two nodes with a support desk, on one database, with a broker between them. */
final class DeskNodes {

  /** By which a test publishes to streams directly. */
  static final String BROADCAST_KEY = "desk";

  final Database database = Database.create();
  final BrokerProcess broker = BrokerProcess.start("desk");
  final ServerProcess here = prepare("desk-here", "desk-here");
  final ServerProcess there = prepare("desk-there", "desk-there");

  private DeskNodes() {
    CompletableFuture<?> second = CompletableFuture.runAsync(there::start);
    here.start();
    second.join();
  }

  /** The pair that all tests share. */
  static DeskNodes shared() {
    return Shared.PAIR;
  }

  private ServerProcess prepare(String name, String id) {
    return ServerProcess.named(name)
        .on(database)
        .through(broker)
        .setting("ropeway.node.id", id)
        .setting("ropeway.presence.grace", "PT2S")
        .setting("ropeway.broadcast.key", BROADCAST_KEY)
        .prepare();
  }

  private static final class Shared {
    static final DeskNodes PAIR = new DeskNodes();
  }
}
