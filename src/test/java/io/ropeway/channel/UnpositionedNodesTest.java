package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What clients that state no positions are told on other nodes, and without a database. */
class UnpositionedNodesTest extends UnpositionedClients {

  @Test
  void areToldOnAnotherNodeWhatTheyMissed() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);
    prove();
    breaks(client);
    publish(2);

    expect(follow(other), 2);
    expect(follow(node));
  }

  @Test
  void closeASilentSocketOfAnotherNode() {
    TestClient client = follow(node);
    client.connection().ignoreProbes();
    publish(1);
    TestClient again = ask(other, ADA);
    passUntilConfirmed(again);

    expect(again, 1);
    assertThat(client.connection().isTerminated()).isTrue();
  }

  @Test
  void leaveASocketOfAnotherNodeAloneThatAnswers() {
    TestClient client = follow(node);
    TestClient second = follow(other);
    node.time.pass(Duration.ofMillis(200));

    expect(second);
    assertThat(client.connection().isTerminated()).isFalse();
    publish(1);
    expect(second, 1);
  }

  @Test
  void areToldWhatTheyMissedWhenTheirNodeDied() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);
    prove();
    node.ledger.die();
    ledgers.receiptStore.pass(Duration.ofSeconds(20));
    publish(2);

    expect(follow(other), 2);
  }

  @Test
  void areToldSoAlsoRightAfterTheirNodesDeath() {
    TestClient client = follow(node);
    node.ledger.die();
    publish(1);
    TestClient again = ask(other, ADA);
    ledgers.receiptStore.pass(Duration.ofMillis(5_000));
    passUntilConfirmed(again);

    expect(again, 1);
    assertThat(client.connection().closed()).isNull();
  }

  @Test
  void leaveTheRecordOfALivingNodeAloneWhileTheBusIsCut() {
    TestClient client = follow(node);
    ledgers.cut(true);
    TestClient second = ask(other, ADA);
    ledgers.receiptStore.pass(Duration.ofSeconds(5));
    node.time.pass(Duration.ofSeconds(4));
    passUntilConfirmed(second);

    expect(second);
    publish(1);
    expect(second, 1);
    assertThat(client.connection().isTerminated()).isFalse();
  }

  @Test
  void areNotToldTwiceWhatTheyWereToldOnAnotherNode() {
    TestClient client = follow(node);
    breaks(client);
    expect(follow(other));
    publish(1);

    expect(follow(node)); // whose memory still has the record
  }

  @Test
  void areRememberedInMemoryWhileTheDatabaseIsAway() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);
    prove();
    ledgers.receiptStore.away(true);
    breaks(client);
    publish(2);

    TestClient again = follow(node);
    expect(again, 2);
    prove();
    ledgers.receiptStore.away(false);
    node.time.pass(Duration.ofSeconds(4));
    assertThat(ledgers.receiptStore.rows()).hasSize(1);
    breaks(again);
    publish(3);

    expect(follow(other), 3);
  }

  @Test
  void areNotToldAnythingAgainIfThatIsSwitchedOff() {
    try (TestNode plain = node("ropeway.replay.unpositioned", "false")) {
      TestClient client = follow(plain);
      breaks(client);
      publish(1);

      expect(follow(plain));
      assertThat(ledgers.receiptStore.rows()).isEmpty();
    }
  }

  @Test
  void leaveNothingInMemoryWhenTheyAreGone() {
    TestClient client = follow(node);
    client.connection().end(1000);
    node.time.pass(Duration.ofSeconds(4));

    assertThat(node.ledger.receipts.size()).isZero();
    assertThat(ledgers.receiptStore.rows()).isEmpty();
  }
}
