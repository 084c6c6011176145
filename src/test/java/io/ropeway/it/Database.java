package io.ropeway.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of the JVM; each server gets an empty database of it. */
public final class Database {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;

  private Database(String name) {
    this.name = name;
  }

  /** A new, empty database. */
  public static Database create() {
    String name = "ropeway" + NUMBER.incrementAndGet();
    try (Connection connection = Postgres.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database(name);
  }

  /** Its address for JDBC. */
  public String url() {
    return "jdbc:postgresql://localhost:" + Postgres.INSTANCE.getPort() + "/" + name;
  }

  /** A connection to look into it. */
  public Connection connect() throws SQLException {
    return Postgres.INSTANCE.getDatabase("postgres", name).getConnection();
  }

  /** Started on first use, and stopped by its own shutdown hook. */
  private static final class Postgres {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
