package io.ropeway.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything that a database has stored, as text. */
public final class WholeDatabase {

  private static final String COLUMNS =
      "select table_name, column_name from information_schema.columns"
          + " where lower(table_schema) = 'public' order by table_name, column_name";

  private WholeDatabase() {}

  /** Where in all columns of all tables a text stands, as {@code table.column}. */
  public static List<String> placesOf(Connection connection, String text) throws SQLException {
    List<String> places = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(COLUMNS);
        ResultSet columns = select.executeQuery()) {
      while (columns.next()) {
        String table = columns.getString(1);
        String column = columns.getString(2);
        if (has(connection, table, column, text)) {
          places.add(table + "." + column);
        }
      }
    }
    return places;
  }

  private static boolean has(Connection connection, String table, String column, String text)
      throws SQLException {
    String sql =
        "select count(*) from \"%s\" where cast(\"%s\" as varchar) like ?".formatted(table, column);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, "%" + text + "%");
      try (ResultSet count = select.executeQuery()) {
        count.next();
        return count.getLong(1) > 0;
      }
    }
  }
}
