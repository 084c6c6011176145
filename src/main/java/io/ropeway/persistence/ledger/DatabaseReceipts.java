package io.ropeway.persistence.ledger;

import io.ropeway.ledger.ReachText;
import io.ropeway.ledger.ReceiptRow;
import io.ropeway.ledger.ReceiptStore;
import io.ropeway.persistence.Database;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.NeedsDatabase;
import io.ropeway.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  @Inject Database database;

  @Override
  public void beat(long owner) {
    database.alone(
        connection ->
            Sql.update(connection, BEAT, owner) == 1
                || Sql.update(connection, FIRST_BEAT, owner) == 1);
  }

  @Override
  public void insert(long owner, Collection<ReceiptRow> rows) {
    database.batch(
        INSERT,
        rows,
        row ->
            new Object[] {
              row.id(),
              row.key(),
              row.sessionId(),
              row.since(),
              row.broken(),
              ReachText.write(row.reaches()),
              owner
            });
  }

  @Override
  public Set<Long> update(long owner, Collection<ReceiptRow> rows) {
    int[] counts =
        database.batch(
            UPDATE,
            rows,
            row ->
                new Object[] {
                  row.broken(), ReachText.write(row.reaches()), owner, row.id(), row.sessionId()
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
    database.batch(DELETE, rows, row -> new Object[] {row.id(), row.sessionId()});
  }

  @Override
  public List<Boolean> claim(long owner, List<Taking> takings) {
    int[] counts =
        database.batch(
            CLAIM,
            takings,
            taking -> {
              ReceiptRow by = taking.by();
              return new Object[] {
                by.sessionId(),
                by.since(),
                by.broken(),
                ReachText.write(by.reaches()),
                owner,
                by.id(),
                taking.from().sessionId()
              };
            });
    return Arrays.stream(counts).mapToObj(count -> count != 0).toList();
  }

  @Override
  public List<Found> find(Collection<String> keys, Duration window) {
    return database
        .alone(
            connection ->
                Sql.query(
                    connection,
                    FIND,
                    row -> found(row, window),
                    connection.createArrayOf("varchar", keys.toArray())))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A receipt, unless it is too old to be claimed. */
  private static Optional<Found> found(ResultSet rows, Duration window) throws SQLException {
    ReceiptRow row =
        new ReceiptRow(
            rows.getLong("id"),
            rows.getString("claim_key"),
            rows.getString("session_id"),
            Sql.instant(rows, "since"),
            rows.getBoolean("broken"),
            ReachText.read(rows.getString("reaches")));
    Instant written = Sql.instant(rows, "seen_at");
    Instant node =
        rows.getObject("node_seen_at") == null ? Instant.EPOCH : Sql.instant(rows, "node_seen_at");
    Instant now = Sql.instant(rows, "found_at");
    Instant alive = row.broken() || written.isAfter(node) ? written : node;
    return alive.isAfter(now.minus(window))
        ? Optional.of(new Found(row, rows.getLong("owner"), node, now))
        : Optional.empty();
  }

  @Override
  public void sweep(Duration window) {
    database.alone(
        connection -> {
          Instant now = DatabaseClock.now(connection);
          Sql.update(connection, SWEEP, now.minus(window), now.minus(window));
          return Sql.update(connection, SWEEP_NODES, now.minus(NODES_KEPT));
        });
  }
}
