package io.ropeway.it.support;

import io.ropeway.it.BrokerProcess;
import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Two nodes with a support desk, on one database, with a broker between them. The first keeps files
 * in the database, the second in a folder.
 */
final class DeskNodes {

  /** By which a test publishes to streams directly. */
  static final String BROADCAST_KEY = "desk";

  final Database database = Database.create();
  final BrokerProcess broker = BrokerProcess.start("desk");
  final Path files = newFolder();
  final ServerProcess here = another("desk-here").prepare();
  final ServerProcess there =
      another("desk-there").setting("ropeway.files.folder", files).prepare();

  private DeskNodes() {
    CompletableFuture<?> second = CompletableFuture.runAsync(there::start);
    here.start();
    second.join();
  }

  /** The pair that all tests share. */
  static DeskNodes shared() {
    return Shared.PAIR;
  }

  /** Describes a further node. */
  ServerSetup another(String name) {
    return ServerProcess.named(name)
        .on(database)
        .through(broker)
        .setting("ropeway.node.id", name)
        .setting("ropeway.presence.grace", "PT2S")
        .setting("ropeway.broadcast.key", BROADCAST_KEY);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("ropeway-files");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final DeskNodes PAIR = new DeskNodes();
  }
}
