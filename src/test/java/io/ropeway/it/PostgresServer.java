package io.ropeway.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of its own, as durable as one in production, on a data directory that outlives its
 * process: it may be stopped as by a power cut, and be started again on the same port.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DATABASE = "postgres";

  private final Path data;
  private EmbeddedPostgres process;

  private PostgresServer(Path data) {
    this.data = data;
  }

  /** Starts one with an empty data directory of this name. */
  public static PostgresServer start(String name) {
    Path data = Installation.serverBase(name);
    ServerBase.delete(data);
    PostgresServer server = new PostgresServer(data);
    server.launch(0);
    return server;
  }

  /** Starts it again where it was stopped, and waits until it answers. */
  public void start() {
    launch(port());
  }

  /** Ends it at once and in disorder, as {@code pg_ctl stop -m immediate} does. */
  public void stopImmediately() {
    ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("PostgreSQL does not end", e);
    }
  }

  /** The process's id, which is another after each start. */
  public long pid() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return process.getPort();
  }

  /** Its address for JDBC. */
  public String url() {
    return "jdbc:postgresql://localhost:" + port() + "/" + DATABASE;
  }

  /** A connection to look into it. */
  public Connection connect() throws SQLException {
    return process.getPostgresDatabase().getConnection();
  }

  @Override
  public void close() {
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With what its builder turns off for speed turned on again: of two settings the last counts. */
  private void launch(int port) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "300");
    try {
      process = port == 0 ? builder.start() : builder.setPort(port).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
