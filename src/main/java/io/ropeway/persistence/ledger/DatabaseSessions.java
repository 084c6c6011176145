package io.ropeway.persistence.ledger;

import io.ropeway.ledger.ReachText;
import io.ropeway.ledger.SessionRow;
import io.ropeway.ledger.SessionStore;
import io.ropeway.persistence.Database;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.NeedsDatabase;
import io.ropeway.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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

  @Inject Database database;

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
    return database.batch(
        sql,
        rows,
        row ->
            new Object[] {
              row.identityKey(), ReachText.writeAll(row.identifiers()), owner, row.open(), row.id()
            });
  }

  @Override
  public Optional<List<String>> take(String id, String identityKey, Duration lifetime) {
    return database.alone(
        connection -> {
          Instant before = DatabaseClock.now(connection).minus(lifetime);
          List<List<String>> found =
              Sql.query(
                  connection,
                  FIND,
                  row -> ReachText.readAll(row.getString(1)),
                  id,
                  identityKey,
                  before,
                  before);
          return found.isEmpty() || Sql.update(connection, DELETE, id) == 0
              ? Optional.empty()
              : Optional.of(found.get(0));
        });
  }

  @Override
  public void delete(Collection<String> ids) {
    database.batch(DELETE, ids, id -> new Object[] {id});
  }

  @Override
  public void sweep(Duration lifetime) {
    database.alone(
        connection -> {
          Instant before = DatabaseClock.now(connection).minus(lifetime);
          return Sql.update(connection, SWEEP, before, before);
        });
  }
}
