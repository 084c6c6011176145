package io.ropeway.it.support;

import io.ropeway.it.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes rows straight into the database, by one connection. */
final class DeskRows implements AutoCloseable {

  private final Connection connection;

  DeskRows(Database database) {
    try {
      connection = database.connect();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds or changes one row; gives its id. */
  long write(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
