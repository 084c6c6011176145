package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ropeway.session.ConnectionListener;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.Identity;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection from its welcome to its end, and what it survives in between. */
class CommandDispatcherTest {

  private static final String LOBBY = "{\"channel\":\"Lobby\"}";

  private final CountDownLatch gate = new CountDownLatch(1);
  private final TestNode node =
      new TestNode(
              "ropeway.limits.connections-per-identity", "2",
              "ropeway.limits.queued-commands", "10",
              "ropeway.limits.command-burst", "50")
          .deploy(Lobby.class, () -> new Lobby(gate));

  /** Lets anybody in, and may keep them waiting. */
  @ChannelName(value = "Lobby", access = Access.PUBLIC)
  static class Lobby implements Channel {
    private final CountDownLatch gate;

    Lobby(CountDownLatch gate) {
      this.gate = gate;
    }

    @Action
    void waitHere() throws InterruptedException {
      gate.await(5, TimeUnit.SECONDS);
    }

    @Action
    String hello() {
      return "hello";
    }
  }

  @AfterEach
  void close() {
    gate.countDown();
    node.close();
  }

  @Test
  void refusesACredentialThatWasRevokedDuringTheHandshakeAndForgetsThatLater() {
    Identity identity = TestSessions.user("1");
    node.endedCredentials.add(String.valueOf(identity.credentialId()));

    TestClient late = node.connectUnwelcomed(identity, TestSessions.V1);

    late.expect("{\"type\":\"disconnect\",\"reason\":\"unauthorized\",\"reconnect\":false}");
    assertThat(node.sessions.all()).isEmpty();
    node.time.pass(Duration.ofSeconds(11));
    node.connect(identity);
  }

  @Test
  void welcomesAClientFirst() {
    TestClient client = node.connect();
    client.follow(LOBBY);

    assertThat(client.connection().texts().get(0)).isEqualTo("{\"type\":\"welcome\"}");
    assertThat(node.sessions.all()).hasSize(1);
  }

  @Test
  void namesTheSessionToWhoSpeaksTheExtendedProtocol() {
    TestClient client = node.connectUnwelcomed(TestSessions.user("1"), TestSessions.EXTENDED);

    client.expect(
        "{\"type\":\"welcome\",\"sid\":\"" + node.sessions.all().iterator().next().id() + "\"}");
  }

  @Test
  void refusesOneConnectionMoreThanAnIdentityMayHave() {
    node.connect();
    node.connect();
    TestClient third = node.connectUnwelcomed(TestSessions.user("1"), TestSessions.V1);

    third.expect(
        "{\"type\":\"disconnect\",\"reason\":\"too_many_connections\",\"reconnect\":true}");
    assertThat(third.connection().closed()).isEqualTo("1008 too_many_connections");
    assertThat(node.sessions.all()).hasSize(2);
  }

  @Test
  void dropsARefusedConnectionThatDoesNotClose() {
    RecordingConnection connection = new RecordingConnection();
    node.dispatcher()
        .refuse(connection, TestSessions.request(), TestSessions.V1, DisconnectReason.UNAUTHORIZED);
    assertThat(connection.closed()).isEqualTo("1000 unauthorized");

    node.time.pass(Duration.ofSeconds(6));

    assertThat(connection.isTerminated()).isTrue();
  }

  @Test
  void readsNothingOfAConnectionThatItRefused() {
    RecordingConnection connection = new RecordingConnection();
    connection.holdBack();
    ConnectionListener listener =
        node.dispatcher()
            .refuse(
                connection, TestSessions.request(), TestSessions.V1, DisconnectReason.UNAUTHORIZED);
    connection.listenTo(listener);
    listener.text("{\"command\":\"subscribe\",\"identifier\":\"x\"}");
    listener.binary();
    listener.pong(-1);

    connection.deliver();

    assertThat(connection.texts()).hasSize(1);
    assertThat(connection.closed()).isEqualTo("1000 unauthorized");
  }

  @Test
  void endsASessionWhenItsCredentialEnds() {
    TestClient client =
        node.connect(TestSessions.user("1", TestNode.NOW.plus(Duration.ofMinutes(5))));

    passWithSignsOfLife(client, 299);
    assertThat(client.connection().closed()).isNull();
    node.time.pass(Duration.ofSeconds(1));

    assertThat(client.connection().texts())
        .contains("{\"type\":\"disconnect\",\"reason\":\"token_expired\",\"reconnect\":false}");
    assertThat(client.connection().closed()).isEqualTo("1000 token_expired");
  }

  @Test
  void keepsASessionWhoseCredentialEndsInTheFarFuture() {
    TestClient client = node.connect(TestSessions.user("1", Instant.MAX));

    passWithSignsOfLife(client, 600);

    assertThat(client.connection().closed()).isNull();
  }

  @Test
  void endsASessionWhoseCredentialEndedDuringTheHandshake() {
    TestClient client = node.connect(TestSessions.user("1", TestNode.NOW.minusSeconds(1)));

    node.time.pass(Duration.ofMillis(100));

    assertThat(client.connection().closed()).isEqualTo("1000 token_expired");
  }

  @Test
  void endsAnAnonymousConnectionThatGetsNoSubscriptionInTime() {
    TestClient client = node.connect(Identity.anonymous());
    client.subscribe("{\"channel\":\"Unknown\"}");

    node.time.pass(Duration.ofMillis(30_100));

    assertThat(client.connection().closed()).isEqualTo("1000 unauthorized");
  }

  @Test
  void keepsAnAnonymousConnectionWithASubscription() {
    TestClient client = node.connect(Identity.anonymous());
    client.follow(LOBBY);

    node.time.pass(Duration.ofMillis(30_100));

    assertThat(client.connection().closed()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"dance\"}",
        "{\"command\":\"message\",\"identifier\":\"unknown\",\"data\":\"{}\"}",
        "{\"command\":\"unsubscribe\",\"identifier\":\"unknown\"}",
        "{\"command\":\"pong\"}",
        "no json",
        "{}"
      })
  void keepsReadingAfterWhatItDoesNotUnderstand(String frame) {
    TestClient client = node.connect();
    client.send(frame);

    client.follow(LOBBY);
    assertThat(client.connection().closed()).isNull();
  }

  @Test
  void endsAConnectionWithTooManyUndecodableFrames() {
    TestClient client = node.connect();
    TestClient neighbour = node.connect();
    for (int i = 0; i < 9; i++) {
      client.send("no json");
    }
    client.follow(LOBBY);
    client.sendBinary();

    client.expect(
        "{\"type\":\"disconnect\",\"reason\":\"too_many_bad_frames\",\"reconnect\":false}");
    assertThat(client.connection().awaitClose()).isEqualTo("1008 too_many_bad_frames");
    neighbour.follow(LOBBY);
  }

  @Test
  void endsAConnectionWhoseCommandsComeTooFast() {
    TestClient client = node.connect();
    TestClient neighbour = node.connect();
    for (int i = 0; i < 200; i++) {
      client.send("{\"command\":\"pong\"}");
    }

    assertThat(client.connection().awaitClose()).isEqualTo("1008 rate_limited");
    neighbour.follow(LOBBY);
  }

  @Test
  void endsAConnectionWhoseCommandsPileUpBehindASlowOne() {
    TestClient client = node.connect();
    client.follow(LOBBY);
    client.perform(LOBBY, "{\"action\":\"waitHere\"}");
    for (int i = 0; i < 12; i++) {
      client.perform(LOBBY, "{\"action\":\"hello\"}");
    }

    assertThat(client.connection().awaitClose()).isEqualTo("1008 rate_limited");
    client.disconnect();
    gate.countDown();
    await().until(() -> node.channels.alive() == 0);
  }

  @Test
  void answersPingsAheadOfWhatWaits() {
    TestClient client = node.connect();
    client.connection().holdBack();
    client.subscribe("1");
    client.expectRejection("1");
    client.subscribe("2");
    client.send("{\"command\":\"ping\"}");
    client.connection().readOn();

    client.expect("{\"type\":\"pong\"}");
    client.expectRejection("2");
  }

  @Test
  void countsEverythingThatArrivesAsASignOfLife() {
    TestClient client = node.connect();
    passWithSignsOfLife(client, 240);

    assertThat(client.connection().probes()).isGreaterThanOrEqualTo(9);
    assertThat(client.connection().closed()).isNull();
  }

  private void passWithSignsOfLife(TestClient client, int seconds) {
    for (int passed = 0; passed < seconds; passed++) {
      node.time.pass(Duration.ofSeconds(1));
      if (passed % 20 == 0) {
        client.send("{\"command\":\"pong\"}");
      }
    }
  }

  @Test
  void takesNothingMoreFromAClientThatItEnded() {
    TestClient client = node.connect();
    node.sessions.all().forEach(session -> session.disconnect(DisconnectReason.REMOTE));
    client.send("{\"command\":\"subscribe\",\"identifier\":\"x\"}");

    client.expect("{\"type\":\"disconnect\",\"reason\":\"remote\",\"reconnect\":true}");
    assertThat(client.connection().isQuiet()).isTrue();
  }

  @Test
  void forgetsAConnectionThatIsGone() {
    TestClient client = node.connect();
    client.follow(LOBBY);

    client.disconnect();

    assertThat(node.sessions.all()).isEmpty();
    await().until(() -> node.channels.alive() == 0);
  }
}
