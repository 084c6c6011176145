package io.ropeway.ops;

import io.ropeway.config.BroadcastSettings;
import io.ropeway.config.FileSettings;
import io.ropeway.config.JwtSettings;
import io.ropeway.config.ServerSettings;
import io.ropeway.config.StartOrder;
import io.ropeway.config.StreamSettings;
import io.ropeway.persistence.DatabaseProbe;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Refuses to start for real with what is only good for trying: without demo data, the embedded
 * database and the known broadcast key are mistakes, and so is a database that loses what it has
 * confirmed. A folder of files that is not there is a mistake in any case. The deployment ends with
 * one sentence that says what to set.
 */
@ApplicationScoped
public class StartupCheck {

  private static final String KNOWN_KEY = "demo";

  @Inject ServerSettings server;
  @Inject BroadcastSettings broadcast;
  @Inject JwtSettings jwt; // read now, for a secret that is too short to end the start
  @Inject StreamSettings streams;
  @Inject FileSettings files;
  @Inject DatabaseProbe database;

  void start(
      @Observes @Priority(StartOrder.CHECK) @Initialized(ApplicationScoped.class) Object event) {
    Optional<Path> folder = files.path();
    if (folder.isPresent() && !Files.isWritable(folder.get())) {
      throw new IllegalStateException(
          "Ropeway does not start without its folder of files: make or mount "
              + folder.get()
              + " for it to write to, or unset ropeway.files.folder.");
    }
    if (server.demo()) {
      return;
    }
    if (broadcast.key().filter(KNOWN_KEY::equals).isPresent()) {
      throw new IllegalStateException(
          "Ropeway does not start with a broadcast key that everybody knows: set"
              + " ROPEWAY_BROADCAST_KEY (ropeway.broadcast.key) to a secret of your own.");
    }
    if (database.product().equals("H2")) {
      throw new IllegalStateException(
          "Ropeway does not start without a database: set ROPEWAY_DB_URL, ROPEWAY_DB_USER and"
              + " ROPEWAY_DB_PASSWORD to a PostgreSQL database, or ROPEWAY_DEMO=true to try it.");
    }
    List<String> lossy = streams.requireDurableDatabase() ? database.lossySettings() : List.of();
    if (!lossy.isEmpty()) {
      throw new IllegalStateException(
          "Ropeway does not start on a PostgreSQL that forgets what it has confirmed: set "
              + String.join(" and ", lossy)
              + " to on, or ROPEWAY_STREAMS_REQUIRE_DURABLE_DATABASE=false to try it.");
    }
  }
}
