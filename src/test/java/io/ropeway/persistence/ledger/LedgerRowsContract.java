package io.ropeway.persistence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.ledger.Reach;
import io.ropeway.ledger.ReceiptRow;
import io.ropeway.ledger.ReceiptStore.Found;
import io.ropeway.ledger.ReceiptStore.Taking;
import io.ropeway.ledger.SessionRow;
import io.ropeway.persistence.DatabaseContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger's rows keep on every database. */
abstract class LedgerRowsContract extends DatabaseContract {

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final long NODE = 1;
  private static final long OTHER = 2;

  private String key = "";
  private final DatabaseReceipts receipts = new DatabaseReceipts();
  private final DatabaseSessions sessions = new DatabaseSessions();

  @BeforeAll
  void wire() {
    receipts.database = database.bean();
    sessions.database = database.bean();
  }

  @BeforeEach
  void takeAnotherKey() {
    key = "key " + UUID.randomUUID();
  }

  @Test
  void findsReceiptsOldestFirstAsTheyWereStored() {
    ReceiptRow younger = row("b", 2, false, 5);
    ReceiptRow older = row("a", 1, true, 7);
    receipts.beat(NODE);
    receipts.insert(NODE, List.of(younger, older));

    List<Found> found = receipts.find(List.of(key), WINDOW);

    assertThat(found).extracting(Found::row).containsExactly(older, younger);
    assertThat(found).allMatch(one -> one.owner() == NODE);
    assertThat(found.get(0).ownerAge()).isLessThan(Duration.ofMinutes(1));
    assertThat(receipts.find(List.of("none"), WINDOW)).isEmpty();
  }

  @Test
  void tellsWhichReceiptsBelongToAnotherSessionByNow() {
    ReceiptRow row = row("a", 1, false, 5);
    receipts.insert(NODE, List.of(row));
    ReceiptRow later = changed(row, "a", 6);

    assertThat(receipts.update(NODE, List.of(later))).isEmpty();
    assertThat(receipts.find(List.of(key), WINDOW)).extracting(Found::row).containsExactly(later);

    assertThat(receipts.claim(OTHER, List.of(new Taking(later, changed(row, "b", 6)))))
        .containsExactly(true);
    assertThat(receipts.update(NODE, List.of(later))).containsExactly(row.id());
    receipts.delete(List.of(later)); // it is not this session's to remove
    assertThat(receipts.find(List.of(key), WINDOW)).hasSize(1);
  }

  @Test
  void letsOneOfTwoHaveAReceipt() {
    ReceiptRow row = row("a", 1, true, 5);
    receipts.insert(NODE, List.of(row));

    List<Boolean> taken =
        receipts.claim(
            OTHER,
            List.of(new Taking(row, changed(row, "b", 5)), new Taking(row, changed(row, "c", 5))));

    assertThat(taken).containsExactly(true, false);
    assertThat(receipts.find(List.of(key), WINDOW).get(0).row().sessionId()).isEqualTo("b");
  }

  @Test
  void forgetsWhatIsOutOfDate() {
    ReceiptRow broken = row("a", 1, true, 5);
    ReceiptRow open = row("b", 2, false, 5);
    receipts.insert(OTHER + 1, List.of(broken, open));
    receipts.beat(OTHER + 1);
    execute("update ledger_receipt set seen_at = seen_at - interval '1' hour");

    assertThat(receipts.find(List.of(key), WINDOW)).extracting(Found::row).containsExactly(open);
    receipts.sweep(WINDOW);
    assertThat(receipts.find(List.of(key), Duration.ofDays(1)))
        .extracting(Found::row)
        .containsExactly(open);
  }

  @Test
  void givesASessionOnceToItsOwner() {
    String id = UUID.randomUUID().toString();
    List<String> identifiers = List.of("{\"channel\":\"ä\"}", "b");
    sessions.insert(NODE, List.of(new SessionRow(id, "USER:1", List.of("b"), true)));
    assertThat(sessions.update(NODE, List.of(new SessionRow(id, "USER:1", identifiers, true))))
        .isEmpty();

    assertThat(sessions.take(id, "USER:2", WINDOW)).isEmpty();
    assertThat(sessions.take(id, "USER:1", WINDOW)).contains(identifiers);
    assertThat(sessions.take(id, "USER:1", WINDOW)).isEmpty();
    assertThat(sessions.update(NODE, List.of(new SessionRow(id, "USER:1", identifiers, false))))
        .containsExactly(id);
  }

  @Test
  void letsASessionsTimeRunFromItsEnd() {
    String open = UUID.randomUUID().toString();
    String closed = UUID.randomUUID().toString();
    sessions.insert(
        NODE,
        List.of(
            new SessionRow(open, "USER:1", List.of("a"), true),
            new SessionRow(closed, "USER:1", List.of("a"), false)));
    receipts.beat(NODE);
    execute("update ledger_session set seen_at = seen_at - interval '1' hour");

    sessions.sweep(WINDOW);

    assertThat(sessions.take(closed, "USER:1", Duration.ofDays(1))).isEmpty();
    assertThat(sessions.take(open, "USER:1", WINDOW)).isPresent();
  }

  private ReceiptRow row(String session, int second, boolean broken, long proved) {
    return new ReceiptRow(
        ThreadLocalRandom.current().nextLong(Long.MAX_VALUE),
        key,
        session,
        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second),
        broken,
        List.of(new Reach("room:1", "epoch \"1\"", proved, proved + 2)));
  }

  private static ReceiptRow changed(ReceiptRow row, String session, long proved) {
    return new ReceiptRow(
        row.id(),
        row.key(),
        session,
        row.since(),
        row.broken(),
        List.of(new Reach("room:1", "epoch", proved, proved), new Reach("x", "e", -1, 3)));
  }
}
