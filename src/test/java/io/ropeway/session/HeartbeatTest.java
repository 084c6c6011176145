package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.HeartbeatSettings;
import io.ropeway.protocol.ServerMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L, 999_999_999);
  private static final String PING = "{\"type\":\"ping\",\"message\":1700000000}";

  private final ManualTime time = new ManualTime();
  private final Heartbeat heartbeat = heartbeat(time);
  private final RecordingConnection connection = new RecordingConnection();
  private final ClientSession session = TestSessions.on(connection);

  private static Heartbeat heartbeat(ManualTime time) {
    Heartbeat made = new Heartbeat();
    made.settings = new HeartbeatSettings(Duration.ofSeconds(3), Duration.ofSeconds(25), 2, 2);
    made.timers = time.wheel();
    made.time = TestRegistry.time(Clock.fixed(NOW, ZoneOffset.UTC));
    return made;
  }

  @Test
  void pingsEveryPeriodWithWholeSeconds() {
    heartbeat.start(session);

    time.pass(Duration.ofMillis(3_050));
    assertThat(connection.texts()).containsExactly(PING);
    time.pass(Duration.ofSeconds(27));
    assertThat(connection.texts()).hasSize(10).containsOnly(PING);
  }

  @Test
  void pingsAsOftenAsTheClientWishesAndInItsUnit() {
    heartbeat.start(session, new PingStyle(Duration.ofSeconds(1), PingStyle.Precision.NANOSECONDS));

    time.pass(Duration.ofMillis(10_050));
    assertThat(connection.texts())
        .hasSize(10)
        .containsOnly("{\"type\":\"ping\",\"message\":1700000000999999999}");
  }

  @Test
  void endsAClientOfTheExtendedProtocolThatLeavesPingsUnanswered() {
    RecordingConnection silent = new RecordingConnection();
    RecordingConnection talking = new RecordingConnection();
    ClientSession talker = extended(talking);
    heartbeat.start(extended(silent));
    heartbeat.start(talker);
    heartbeat.start(session);

    for (int i = 0; i < 4; i++) {
      time.pass(Duration.ofMillis(3_050));
      talker.spoke();
    }

    assertThat(silent.texts())
        .endsWith("{\"type\":\"disconnect\",\"reason\":\"no_pong\",\"reconnect\":true}");
    assertThat(silent.closed()).isEqualTo("1000 no_pong");
    assertThat(talking.closed()).isNull();
    assertThat(connection.closed()).isNull();
  }

  private static ClientSession extended(RecordingConnection connection) {
    return TestSessions.on(connection, TestSessions.user("1"), TestSessions.EXTENDED);
  }

  @Test
  void startsAtDifferentPointsOfThePeriod() {
    Set<Integer> sizes = new HashSet<>();
    List<RecordingConnection> connections = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      RecordingConnection one = new RecordingConnection();
      connections.add(one);
      heartbeat.start(TestSessions.on(one));
    }
    time.pass(Duration.ofMillis(2_250));
    connections.forEach(one -> sizes.add(one.texts().size()));

    assertThat(sizes).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void pingsAheadOfWhatWaits() {
    connection.listenTo(session.outbox());
    heartbeat.start(session);
    connection.holdBack();
    session.send(new ServerMessage.Confirmation("1"));
    session.send(new ServerMessage.Confirmation("2"));
    time.pass(Duration.ofSeconds(4));

    connection.readOn();

    assertThat(connection.texts()).element(1).isEqualTo(PING);
  }

  @Test
  void probesWithinItsPeriod() {
    heartbeat.start(session);

    time.pass(Duration.ofSeconds(25));

    assertThat(connection.probes()).isEqualTo(1);
  }

  @Test
  void endsAConnectionThatAnswersNoProbe() {
    heartbeat.start(session);

    time.pass(Duration.ofSeconds(48));
    assertThat(session.isEnding()).as("after two probes").isFalse();
    time.pass(Duration.ofSeconds(26));

    assertThat(connection.texts()).last().asString().contains("\"no_pong\"");
    assertThat(connection.closed()).isEqualTo("1000 no_pong");
  }

  @Test
  void keepsAConnectionThatGivesSignsOfLife() {
    heartbeat.start(session);
    for (int i = 0; i < 20; i++) {
      time.pass(Duration.ofSeconds(20));
      session.heard();
    }

    assertThat(session.isEnding()).isFalse();
    assertThat(connection.probes()).isGreaterThan(10);
  }

  @Test
  void endsNobodyAfterAStandstillOfTheServer() {
    heartbeat.start(session);
    time.pass(Duration.ofSeconds(40));
    session.heard();

    time.jump(Duration.ofMinutes(10));

    assertThat(session.isEnding()).isFalse();
  }

  @Test
  void dropsAnEndingConnectionThatDoesNotClose() {
    heartbeat.start(session);
    session.disconnect(DisconnectReason.REMOTE);

    time.pass(Duration.ofSeconds(9));

    assertThat(connection.isTerminated()).isTrue();
  }

  @Test
  void leavesAConnectionAloneThatClosesInTime() {
    heartbeat.start(session);
    session.disconnect(DisconnectReason.REMOTE);
    session.closed();

    time.pass(Duration.ofSeconds(30));

    assertThat(connection.isTerminated()).isFalse();
    assertThat(connection.texts()).hasSize(1);
  }

  @Test
  void dropsARefusedConnectionThatDoesNotClose() {
    session.disconnect(DisconnectReason.UNAUTHORIZED);
    heartbeat.expectEnd(session);

    time.pass(Duration.ofSeconds(6));

    assertThat(connection.isTerminated()).isTrue();
  }

  @Test
  void stopsWhenTheConnectionIsGone() {
    heartbeat.start(session);
    session.closed();

    time.pass(Duration.ofMinutes(2));

    assertThat(connection.texts()).isEmpty();
    assertThat(connection.probes()).isZero();
  }
}
