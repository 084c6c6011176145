package io.ropeway.persistence.ledger;

import static io.ropeway.persistence.ledger.LedgerDatabase.instant;
import static io.ropeway.persistence.ledger.LedgerDatabase.time;

import io.ropeway.ledger.ReachText;
import io.ropeway.ledger.ReceiptRow;
import io.ropeway.ledger.ReceiptStore;
import io.ropeway.persistence.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Receipts as rows. */
@ApplicationScoped
@NeedsDatabase
public class DatabaseReceipts implements ReceiptStore {

  private static final String BEAT =
      "update ledger_node set seen_at = current_timestamp where id = ?";
  private static final String FIRST_BEAT =
      "insert into ledger_node (id, seen_at) values (?, current_timestamp)";
  private static final String INSERT =
      "insert into ledger_receipt (id, claim_key, session_id, since, broken, reaches, owner,"
          + " seen_at) values (?, ?, ?, ?, ?, ?, ?, current_timestamp)";
  private static final String UPDATE =
      "update ledger_receipt set broken = ?, reaches = ?, owner = ?, seen_at = current_timestamp"
          + " where id = ? and session_id = ?";
  private static final String CLAIM =
      "update ledger_receipt set session_id = ?, since = ?, broken = ?, reaches = ?, owner = ?,"
          + " seen_at = current_timestamp where id = ? and session_id = ?";
  private static final String DELETE = "delete from ledger_receipt where id = ? and session_id = ?";
  private static final String FIND =
      "select r.id, r.claim_key, r.session_id, r.owner, r.since, r.broken, r.reaches, r.seen_at,"
          + " n.seen_at as node_seen_at, current_timestamp as found_at"
          + " from ledger_receipt r left join ledger_node n on n.id = r.owner"
          + " where r.claim_key = any(?) order by r.since, r.id";
  private static final String SWEEP =
      "delete from ledger_receipt where seen_at < ? and (broken or not exists (select 1"
          + " from ledger_node n where n.id = ledger_receipt.owner and n.seen_at >= ?))";
  private static final String SWEEP_NODES = "delete from ledger_node where seen_at < ?";

  /** Longer than anything is kept that belongs to a node. */
  private static final Duration NODES_KEPT = Duration.ofDays(2);

  @Inject LedgerDatabase database;

  @Override
  public void beat(long owner) {
    database.change(
        connection -> {
          if (execute(connection, BEAT, owner) == 0) {
            execute(connection, FIRST_BEAT, owner);
          }
        });
  }

  private static int execute(Connection connection, String sql, Object parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, parameter);
      return statement.executeUpdate();
    }
  }

  @Override
  public void insert(long owner, Collection<ReceiptRow> rows) {
    batch(
        INSERT,
        rows,
        (statement, row) -> {
          statement.setLong(1, row.id());
          statement.setString(2, row.key());
          statement.setString(3, row.sessionId());
          statement.setObject(4, time(row.since()));
          statement.setBoolean(5, row.broken());
          statement.setString(6, ReachText.write(row.reaches()));
          statement.setLong(7, owner);
        });
  }

  @Override
  public Set<Long> update(long owner, Collection<ReceiptRow> rows) {
    int[] counts =
        batch(
            UPDATE,
            rows,
            (statement, row) -> {
              statement.setBoolean(1, row.broken());
              statement.setString(2, ReachText.write(row.reaches()));
              statement.setLong(3, owner);
              statement.setLong(4, row.id());
              statement.setString(5, row.sessionId());
            });
    Set<Long> lost = new HashSet<>();
    int i = 0;
    for (ReceiptRow row : rows) {
      if (counts[i++] == 0) {
        lost.add(row.id());
      }
    }
    return lost;
  }

  @Override
  public void delete(Collection<ReceiptRow> rows) {
    batch(
        DELETE,
        rows,
        (statement, row) -> {
          statement.setLong(1, row.id());
          statement.setString(2, row.sessionId());
        });
  }

  @Override
  public List<Boolean> claim(long owner, List<Taking> takings) {
    int[] counts =
        batch(
            CLAIM,
            takings,
            (statement, taking) -> {
              ReceiptRow by = taking.by();
              statement.setString(1, by.sessionId());
              statement.setObject(2, time(by.since()));
              statement.setBoolean(3, by.broken());
              statement.setString(4, ReachText.write(by.reaches()));
              statement.setLong(5, owner);
              statement.setLong(6, by.id());
              statement.setString(7, taking.from().sessionId());
            });
    List<Boolean> taken = new ArrayList<>(counts.length);
    for (int count : counts) {
      taken.add(count != 0);
    }
    return taken;
  }

  @Override
  public List<Found> find(Collection<String> keys, Duration window) {
    return database.with(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
            try (ResultSet rows = select.executeQuery()) {
              List<Found> found = new ArrayList<>();
              while (rows.next()) {
                add(found, rows, window);
              }
              return found;
            }
          }
        });
  }

  private static void add(List<Found> found, ResultSet rows, Duration window) throws SQLException {
    ReceiptRow row =
        new ReceiptRow(
            rows.getLong("id"),
            rows.getString("claim_key"),
            rows.getString("session_id"),
            instant(rows, "since"),
            rows.getBoolean("broken"),
            ReachText.read(rows.getString("reaches")));
    Instant written = instant(rows, "seen_at");
    Instant node =
        rows.getObject("node_seen_at") == null ? Instant.EPOCH : instant(rows, "node_seen_at");
    Instant now = instant(rows, "found_at");
    Instant alive = row.broken() || written.isAfter(node) ? written : node;
    if (alive.isAfter(now.minus(window))) {
      found.add(new Found(row, rows.getLong("owner"), node, now));
    }
  }

  @Override
  public void sweep(Duration window) {
    database.with(
        connection -> {
          OffsetDateTime before = LedgerDatabase.before(connection, window);
          try (PreparedStatement delete = connection.prepareStatement(SWEEP)) {
            delete.setObject(1, before);
            delete.setObject(2, before);
            delete.executeUpdate();
          }
          return execute(connection, SWEEP_NODES, LedgerDatabase.before(connection, NODES_KEPT));
        });
  }

  private interface Binder<T> {
    void bind(PreparedStatement statement, T thing) throws SQLException;
  }

  private <T> int[] batch(String sql, Collection<T> things, Binder<T> binder) {
    if (things.isEmpty()) {
      return new int[0];
    }
    return database.with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T thing : things) {
              binder.bind(statement, thing);
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }
}
