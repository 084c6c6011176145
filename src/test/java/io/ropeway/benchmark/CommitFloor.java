package io.ropeway.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The most that can be stored durably one by one: as many connections as there are publishers, each
 * of which inserts rows of the same length, one a transaction.
 */
final class CommitFloor {
  private static final String TABLE = "benchmark_floor";

  private final String url;

  CommitFloor(String url) {
    this.url = url;
  }

  /** Rows a second. */
  double measure(int connections, Duration time) throws SQLException, InterruptedException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists " + TABLE + " (id bigserial primary key, body text)");
    }
    long end = System.nanoTime() + time.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Long>> writers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        writers.add(() -> insertUntil(end));
      }
      long start = System.nanoTime();
      long rows = 0;
      for (Future<Long> written : threads.invokeAll(writers)) {
        rows += written.get();
      }
      return rows * 1e9 / (System.nanoTime() - start);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      threads.shutdownNow();
    }
  }

  private long insertUntil(long end) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement("insert into " + TABLE + " (body) values (?)")) {
      insert.setString(1, "x".repeat(200));
      long rows = 0;
      for (; System.nanoTime() < end; rows++) {
        insert.executeUpdate();
      }
      return rows;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "postgres", "postgres");
  }
}
