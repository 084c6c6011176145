package io.ropeway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.LimitSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.protocol.StreamPosition;
import io.ropeway.session.ClientSession;
import io.ropeway.session.ManualTime;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TestRegistry;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receipts for clients that acknowledge by themselves, under keys of their dialect's own. */
class ReceiptsTest {

  private static final String KEY = ClaimKey.of("some dialect", "USER:1");

  private final ManualTime time = new ManualTime();
  private final SessionRegistry sessions = TestRegistry.with(TestSettings.of(LimitSettings.class));
  private final TestLedger ledger = new TestLedger(time, sessions);
  private final List<Receipt> opened = new ArrayList<>();
  private final List<List<Reach>> earlier = new ArrayList<>();

  @Test
  void giveWhatWasAcknowledgedToTheOneWhoComesBack() {
    Receipt receipt = open(at(3));
    ledger.receipts.sent(receipt, at(9));
    ledger.receipts.acknowledge(receipt, at(7));
    ledger.receipts.acknowledge(receipt, at(5)); // too late to mean anything
    ledger.receipts.leave(receipt);

    open(at(12));

    assertThat(earlier).containsExactly(List.of(), List.of(new Reach("s", "e", 7, 9)));
    assertThat(opened.get(1).reaches()).containsExactly(new Reach("s", "e", 7, 9));
  }

  @Test
  void areGivenOnce() {
    ledger.receipts.leave(open(at(3)));

    open(at(4));
    open(at(5));

    assertThat(earlier).hasSize(3);
    assertThat(earlier.get(1)).isNotEmpty();
    assertThat(earlier.get(2)).isEmpty();
  }

  @Test
  void areWrittenWithTheHeartbeatAndAtOnceWhenTheyBreak() {
    Receipt receipt = open(at(3));
    assertThat(proved()).containsExactly(3L);
    ledger.receipts.acknowledge(receipt, at(4));
    assertThat(proved()).containsExactly(3L);

    time.pass(Duration.ofSeconds(4));
    assertThat(proved()).containsExactly(4L);

    ledger.receipts.acknowledge(receipt, at(5));
    ledger.receipts.leave(receipt);
    assertThat(proved()).containsExactly(5L);
  }

  @Test
  void waitWhileTheDatabaseIsAway() {
    ledger.receiptStore.away(true);
    Receipt receipt = open(at(3));
    ledger.receipts.acknowledge(receipt, at(4));
    time.pass(Duration.ofSeconds(10));

    ledger.receiptStore.away(false);
    time.pass(Duration.ofSeconds(4));

    assertThat(proved()).containsExactly(4L);
  }

  @Test
  void areGoneOnceTheyAreClosed() {
    ledger.receipts.close(open(at(3)));
    open(at(4));

    assertThat(earlier.get(1)).isEmpty();
    assertThat(proved()).containsExactly(4L);
  }

  @Test
  void haveKeysThatNoOtherPartsMake() {
    assertThat(ClaimKey.of("a", "bc")).isNotEqualTo(ClaimKey.of("ab", "c")).hasSize(43);
  }

  private List<Long> proved() {
    return ledger.receiptStore.rows().stream().map(row -> row.reaches().get(0).proved()).toList();
  }

  private Receipt open(StreamPosition start) {
    RecordingConnection connection = new RecordingConnection();
    ClientSession session = TestSessions.on(connection);
    sessions.add(session);
    ledger.claims.open(
        KEY,
        session,
        List.of(Reach.at(start)),
        (receipt, before) -> {
          opened.add(receipt);
          earlier.add(before);
        });
    sessions.all().forEach(one -> one.answered(0)); // whoever is asked for a sign of life
    time.pass(Duration.ofMillis(300));
    return opened.get(opened.size() - 1);
  }

  private static StreamPosition at(long offset) {
    return new StreamPosition("s", "e", offset);
  }
}
