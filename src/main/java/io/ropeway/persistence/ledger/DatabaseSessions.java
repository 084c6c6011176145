package io.ropeway.persistence.ledger;

import io.ropeway.ledger.ReachText;
import io.ropeway.ledger.SessionRow;
import io.ropeway.ledger.SessionStore;
import io.ropeway.persistence.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sessions that can be restored as rows. */
@ApplicationScoped
@NeedsDatabase
public class DatabaseSessions implements SessionStore {

  private static final String INSERT =
      "insert into ledger_session (identity_key, identifiers, owner, is_open, id, seen_at)"
          + " values (?, ?, ?, ?, ?, current_timestamp)";
  private static final String UPDATE =
      "update ledger_session set identity_key = ?, identifiers = ?, owner = ?, is_open = ?,"
          + " seen_at = current_timestamp where id = ?";
  private static final String FIND =
      "select identifiers from ledger_session where id = ? and identity_key = ? and (seen_at >= ?"
          + " or is_open and exists (select 1 from ledger_node n where n.id = ledger_session.owner"
          + " and n.seen_at >= ?))";
  private static final String DELETE = "delete from ledger_session where id = ?";
  private static final String SWEEP =
      "delete from ledger_session where seen_at < ? and (not is_open or not exists (select 1"
          + " from ledger_node n where n.id = ledger_session.owner and n.seen_at >= ?))";

  @Inject LedgerDatabase database;

  @Override
  public void insert(long owner, Collection<SessionRow> rows) {
    write(INSERT, owner, rows);
  }

  @Override
  public Set<String> update(long owner, Collection<SessionRow> rows) {
    int[] counts = write(UPDATE, owner, rows);
    Set<String> gone = new HashSet<>();
    int i = 0;
    for (SessionRow row : rows) {
      if (counts[i++] == 0) {
        gone.add(row.id());
      }
    }
    return gone;
  }

  private int[] write(String sql, long owner, Collection<SessionRow> rows) {
    return database.with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (SessionRow row : rows) {
              statement.setString(1, row.identityKey());
              statement.setString(2, ReachText.writeAll(row.identifiers()));
              statement.setLong(3, owner);
              statement.setBoolean(4, row.open());
              statement.setString(5, row.id());
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  @Override
  public Optional<List<String>> take(String id, String identityKey, Duration lifetime) {
    return database.with(
        connection -> {
          Optional<List<String>> found = find(connection, id, identityKey, lifetime);
          return found.isPresent() && delete(connection, id) == 1 ? found : Optional.empty();
        });
  }

  private static Optional<List<String>> find(
      Connection connection, String id, String identityKey, Duration lifetime) throws SQLException {
    OffsetDateTime before = LedgerDatabase.before(connection, lifetime);
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, id);
      select.setString(2, identityKey);
      select.setObject(3, before);
      select.setObject(4, before);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(ReachText.readAll(row.getString(1))) : Optional.empty();
      }
    }
  }

  @Override
  public void delete(Collection<String> ids) {
    database.change(
        connection -> {
          for (String id : ids) {
            delete(connection, id);
          }
        });
  }

  private static int delete(Connection connection, String id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setString(1, id);
      return delete.executeUpdate();
    }
  }

  @Override
  public void sweep(Duration lifetime) {
    database.with(
        connection -> {
          OffsetDateTime before = LedgerDatabase.before(connection, lifetime);
          try (PreparedStatement delete = connection.prepareStatement(SWEEP)) {
            delete.setObject(1, before);
            delete.setObject(2, before);
            return delete.executeUpdate();
          }
        });
  }
}
