package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.DisconnectReason;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which record of an earlier socket clients that state no positions are given. */
class UnpositionedRecordTest extends UnpositionedClients {

  @Test
  void areToldNothingAgainAfterAFarewell() {
    for (int code : new int[] {1000, 1001}) {
      TestClient client = follow(node);
      client.connection().end(code);
      publish(1);

      expect(follow(node));
    }
  }

  @Test
  void areToldNothingAgainOfWhatTheyUnsubscribed() {
    TestClient client = follow(node);
    client.unsubscribe(ID);
    expect(client);
    breaks(client);
    publish(1);

    expect(follow(node));
    assertThat(ledgers.receiptStore.rows()).hasSize(1);
  }

  @Test
  void areToldNothingAgainIfTheyWereSentAwayForGood() {
    TestClient client = follow(node);
    node.sessions.all().iterator().next().disconnect(DisconnectReason.REMOTE, false);
    client.connection().end(1000);
    publish(1);

    expect(follow(node));
  }

  @Test
  void areToldWhatTheyMissedIfTheyWereSentAwayToComeBack() {
    TestClient client = follow(node);
    node.sessions.all().iterator().next().disconnect(DisconnectReason.SERVER_RESTART);
    client.connection().end(1012);
    publish(1);

    expect(follow(other), 1);
  }

  @Test
  void haveOneRecordEachTheOldestFirst() {
    TestClient first = follow(node);
    publish(1);
    expect(first, 1);
    breaks(first); // has 1 at most
    TestClient stranger = follow(node, TestSessions.user("2"));
    publish(2);
    TestClient tab1 = follow(node);
    expect(tab1, 1, 2);
    prove();
    TestClient tab2 = follow(node);
    publish(3);
    expect(tab1, 3);
    expect(tab2, 3);
    prove();
    breaks(tab2);
    publish(4);
    prove();
    breaks(tab1);
    publish(5);

    expect(follow(node), 5); // tab 1's record is the older one
    expect(follow(node), 4, 5);
    expect(follow(node));
    assertThat(stranger.connection().closed()).isNull();
  }

  @Test
  void leaveTheRecordOfASocketAloneThatAnswers() {
    TestClient client = follow(node);
    publish(1);
    expect(client, 1);

    TestClient second = follow(node);

    expect(second);
    assertThat(client.connection().isTerminated()).isFalse();
    publish(2);
    expect(client, 2);
    expect(second, 2);
  }

  @Test
  void claimTheRecordOfASocketThatIsSilentForTwoSeconds() {
    TestClient client = follow(node);
    client.connection().ignoreProbes();
    publish(1);
    TestClient again = ask(node, ADA);
    node.time.pass(Duration.ofMillis(1_800));
    assertThat(again.connection().texts())
        .noneMatch(frame -> frame.contains("confirm_subscription"));
    assertThat(client.connection().isTerminated()).isFalse();

    passUntilConfirmed(again);

    expect(again, 1);
    assertThat(client.connection().isTerminated()).isTrue();
  }

  @Test
  void findTheirRecordOnlyWithTheSameIdentityCredentialProgramAndPage() {
    TestClient client = follow(node, ADA, "User-Agent", "a", "Origin", "x");
    breaks(client);
    publish(1);

    expect(follow(node, TestSessions.user("2"), "User-Agent", "a", "Origin", "x"));
    expect(follow(node, ADA, "User-Agent", "b", "Origin", "x"));
    expect(follow(node, ADA, "User-Agent", "a", "Origin", "y"));
    expect(follow(node, ADA, "User-Agent", "a"));
    expect(follow(node, ADA, "User-Agent", "a", "Origin", "x"), 1);
  }

  @Test
  void areNotRememberedLongerThanTheWindow() {
    TestClient client = follow(node);
    breaks(client);
    publish(1);
    node.time.pass(Duration.ofMinutes(6));
    ledgers.receiptStore.pass(Duration.ofMinutes(6));

    expect(follow(node));
  }

  @Test
  void areToldAllOfALogThatBeganAnewMeanwhile() {
    TestClient client = follow(node);
    publish(1, 2, 3);
    expect(client, 1, 2, 3);
    prove();
    breaks(client);
    log.restored();
    publish(4);

    expect(follow(other), 4);
  }
}
