package io.ropeway.persistence.stream;

import io.ropeway.config.ReplaySettings;
import io.ropeway.config.StreamSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.persistence.DatabaseBreaker;
import io.ropeway.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The real log on a test database. */
final class TestDatabaseLog {

  final TestDatabase database;
  final DatabaseStreamLog log = new DatabaseStreamLog();

  TestDatabaseLog(TestDatabase database, String... settings) {
    this.database = database;
    log.entities = database.entities();
    log.breaker = new DatabaseBreaker();
    log.database = database.bean();
    log.settings = TestSettings.of(StreamSettings.class, settings);
    log.replay = TestSettings.of(ReplaySettings.class, "ropeway.replay.window", "PT0S");
  }

  /** Changes rows behind the log's back, each statement by itself. */
  int execute(String sql, Object... parameters) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.execute() ? 0 : statement.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
