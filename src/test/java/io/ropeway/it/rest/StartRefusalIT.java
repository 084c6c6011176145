package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.ServerSetup;
import org.junit.jupiter.api.Test;

/**
 * A start for real ends with one sentence that says what to set, where something unsafe is left.
 */
class StartRefusalIT {

  private static void refuses(ServerSetup setup, String... sentence) {
    try (ServerProcess server = setup.prepare()) {
      server.startExpecting(sentence[0]);
      assertThat(server.log()).contains(sentence);
    }
  }

  @Test
  void namesTheVariablesWhenThereIsNoDatabase() {
    refuses(
        ServerProcess.named("no-database").onEmbeddedDatabase(),
        "Ropeway does not",
        "set ROPEWAY_DB_URL, ROPEWAY_DB_USER and ROPEWAY_DB_PASSWORD");
  }

  @Test
  void namesTheKeyWhenItIsTheOneThatEverybodyKnows() {
    refuses(
        ServerProcess.named("known-key")
            .on(Database.create())
            .setting("ropeway.broadcast.key", "demo"),
        "Ropeway does not start with a broadcast key that everybody knows: set"
            + " ROPEWAY_BROADCAST_KEY");
  }

  @Test
  void namesTheFolderOfFilesThatIsNotThere() {
    refuses(
        ServerProcess.named("no-folder")
            .on(Database.create())
            .setting("ropeway.files.folder", "/nowhere/files"),
        "Ropeway does not start without its folder of files",
        "/nowhere/files");
  }

  @Test
  void namesWhatKeepsTheDatabaseFromRemembering() {
    refuses(
        ServerProcess.named("lossy-database")
            .on(Database.create())
            .setting("ropeway.streams.require-durable-database", true),
        "Ropeway does not start on a PostgreSQL that forgets what it has confirmed: set",
        "fsync",
        "synchronous_commit");
  }
}
