package io.ropeway.persistence.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Replaces payloads of entries, which keep their places. */
final class Redaction {

  private static final int PAGE = 500;

  private static final String NAMES = "select distinct name from stream_event where subject = ?";
  private static final String BY_NAME =
      "update stream_event set payload = ? where subject = ? and name = ?";
  private static final String OF_AUTHOR =
      "select stream_id, event_offset, name, payload from stream_event where author = ?"
          + " and (stream_id > ? or stream_id = ? and event_offset > ?)"
          + " order by stream_id, event_offset limit "
          + PAGE;
  private static final String ONE =
      "update stream_event set payload = ? where stream_id = ? and event_offset = ?";

  private final Connection connection;

  Redaction(Connection connection) {
    this.connection = connection;
  }

  /** An entry's place with what it says. */
  private record Said(long streamId, long offset, String name, String payload) {}

  void subject(String subject, UnaryOperator<String> payload) throws SQLException {
    for (String name : names(subject)) {
      try (PreparedStatement update = connection.prepareStatement(BY_NAME)) {
        update.setString(1, payload.apply(name));
        update.setString(2, subject);
        update.setString(3, name);
        update.executeUpdate();
      }
    }
  }

  private List<String> names(String subject) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NAMES)) {
      select.setString(1, subject);
      try (ResultSet rows = select.executeQuery()) {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
          names.add(rows.getString(1));
        }
        return names;
      }
    }
  }

  /** Returns the numbers of the streams that had any. */
  Set<Long> author(String author, BinaryOperator<String> payload) throws SQLException {
    Set<Long> streams = new HashSet<>();
    List<Said> page = page(author, new Said(0, 0, "", ""));
    while (!page.isEmpty()) {
      try (PreparedStatement update = connection.prepareStatement(ONE)) {
        for (Said said : page) {
          update.setString(1, payload.apply(said.name, said.payload));
          update.setLong(2, said.streamId);
          update.setLong(3, said.offset);
          update.addBatch();
          streams.add(said.streamId);
        }
        update.executeBatch();
      }
      page = page(author, page.get(page.size() - 1));
    }
    return streams;
  }

  private List<Said> page(String author, Said after) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OF_AUTHOR)) {
      select.setString(1, author);
      select.setLong(2, after.streamId);
      select.setLong(3, after.streamId);
      select.setLong(4, after.offset);
      try (ResultSet rows = select.executeQuery()) {
        List<Said> said = new ArrayList<>();
        while (rows.next()) {
          said.add(
              new Said(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4)));
        }
        return said;
      }
    }
  }
}
