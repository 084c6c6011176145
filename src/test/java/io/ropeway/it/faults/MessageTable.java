package io.ropeway.it.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What was stored, as the database tells it. */
final class MessageTable {

  private final Callable<Connection> database;

  MessageTable(Callable<Connection> database) {
    this.database = database;
  }

  /** A stored message. */
  record Stored(long id, String clientMessageId) {}

  /** All of a room in their order. */
  List<Stored> of(long roomId) {
    String sql = "select id, client_message_id from message where room_id = ? order by id";
    try (Connection connection = database.call();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, roomId);
      List<Stored> all = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(new Stored(rows.getLong(1), rows.getString(2)));
        }
      }
      return all;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The id of the newest message of a room, or 0. */
  long newest(long roomId) {
    List<Stored> all = of(roomId);
    return all.isEmpty() ? 0 : all.get(all.size() - 1).id();
  }

  /** The value of a setting of the database. */
  String show(String setting) {
    try (Connection connection = database.call();
        PreparedStatement statement = connection.prepareStatement("show " + setting);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
