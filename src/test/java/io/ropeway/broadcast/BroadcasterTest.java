package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.room.Subscriber;
import io.ropeway.session.Identity;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Events, evictions and disconnects, in and out of a transaction. */
class BroadcasterTest {

  private final TestBroadcasting node = new TestBroadcasting();
  private final RecordingConnection connection = new RecordingConnection();
  private final AtomicInteger evicted = new AtomicInteger();

  BroadcasterTest() {
    node.rooms.follow(
        "s", new Subscriber(TestSessions.on(connection), "x", evicted::incrementAndGet), null);
  }

  @Test
  void publishesAtOnceOutsideOfATransaction() {
    publish("1");

    assertThat(connection.texts()).hasSize(1);
  }

  @Test
  void publishesAfterTheCommitInOrder() {
    node.transactions.begin();
    publish("1");
    publish("2");
    assertThat(connection.texts()).isEmpty();

    node.transactions.commit();

    assertThat(connection.texts())
        .containsExactly(
            "{\"identifier\":\"x\",\"message\":1}", "{\"identifier\":\"x\",\"message\":2}");
  }

  @Test
  void publishesNothingThatWasRolledBack() {
    node.transactions.begin();
    publish("1");
    node.transactions.rollBack();

    assertThat(connection.texts()).isEmpty();
  }

  @Test
  void evictsAfterWhatWasPublishedBefore() {
    node.transactions.begin();
    publish("\"goodbye\"");
    node.evictions.evict("s", TestSessions.on(connection).identity().key());
    publish("\"unheard\"");
    assertThat(evicted).hasValue(0);

    node.transactions.commit();

    assertThat(evicted).hasValue(1);
    assertThat(connection.texts())
        .containsExactly("{\"identifier\":\"x\",\"message\":\"goodbye\"}");
  }

  @Nested
  class DisconnectingRemotely {

    private final RemoteDisconnect disconnect = new RemoteDisconnect();

    @BeforeEach
    void follow() {
      disconnect.broadcaster = node.broadcaster;
      node.followControl();
    }

    @Test
    void remembersARevokedCredentialForConnectionsThatAreStillBeingOpened() {
      end("credential-1");

      assertThat(node.endedCredentials.contains("credential-1")).isTrue();
      assertThat(node.endedCredentials.contains("credential-2")).isFalse();
    }

    @Test
    void closesEveryConnectionWithExactlyTheseIdentifiers() {
      RecordingConnection first = connect(TestSessions.user("1"));
      RecordingConnection second = connect(TestSessions.user("1"));
      RecordingConnection other = connect(TestSessions.user("2"));

      node.commit(RemoteDisconnect.ofIdentifiers(Map.of("user", "1"), true));

      assertThat(first.closed()).isEqualTo("1000 remote");
      assertThat(second.closed()).isEqualTo("1000 remote");
      assertThat(second.next()).endsWith("\"reconnect\":true}");
      assertThat(other.closed()).isNull();
    }

    @Test
    void wantsAllIdentifiersNamed() {
      RecordingConnection one = connect(TestSessions.user("1"));

      node.commit(RemoteDisconnect.ofIdentifiers(Map.of("user", "1", "device", "7"), true));

      assertThat(one.closed()).isNull();
    }

    @Test
    void closesWhatARevokedCredentialOpenedForGood() {
      RecordingConnection one = connect(TestSessions.user("1"));
      RecordingConnection anonymous = connect(Identity.anonymous());

      end("credential-1");

      assertThat(one.next())
          .isEqualTo("{\"type\":\"disconnect\",\"reason\":\"unauthorized\",\"reconnect\":false}");
      assertThat(anonymous.closed()).isNull();
    }

    @Test
    void closesAfterTheCommit() {
      RecordingConnection one = connect(TestSessions.user("1"));
      node.transactions.begin();
      disconnect.ofCredential("credential-1");
      assertThat(one.closed()).isNull();

      node.transactions.commit();

      assertThat(one.closed()).isNotNull();
    }

    private void end(String credential) {
      node.transactions.begin();
      disconnect.ofCredential(credential);
      node.transactions.commit();
    }

    private RecordingConnection connect(Identity identity) {
      RecordingConnection made = new RecordingConnection();
      node.sessions.add(TestSessions.on(made, identity, TestSessions.V1));
      return made;
    }
  }

  private void publish(String payload) {
    node.broadcaster.publish(new Event("s", payload));
  }
}
