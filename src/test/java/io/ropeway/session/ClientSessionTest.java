package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.LimitSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientSessionTest {

  private final RecordingConnection connection = new RecordingConnection();
  private final ClientSession session = session(TestSettings.of(LimitSettings.class));

  private ClientSession session(LimitSettings limits) {
    ClientSession made =
        TestSessions.on(connection, TestSessions.user("1"), TestSessions.V1, limits);
    connection.listenTo(made.outbox());
    return made;
  }

  @Test
  void sendsInTheWordsOfItsCodec() {
    session.send(new ServerMessage.Confirmation("x"));

    assertThat(connection.next())
        .isEqualTo("{\"identifier\":\"x\",\"type\":\"confirm_subscription\"}");
  }

  @Test
  void tellsTheReasonBeforeItCloses() {
    session.disconnect(DisconnectReason.SERVER_RESTART);

    assertThat(connection.texts())
        .containsExactly(
            "{\"type\":\"disconnect\",\"reason\":\"server_restart\",\"reconnect\":true}");
    assertThat(connection.closed()).isEqualTo("1012 server_restart");
  }

  @Test
  void letsTheCallerDecideAboutComingBack() {
    session.disconnect(DisconnectReason.REMOTE, false);

    assertThat(connection.next()).endsWith("\"reconnect\":false}");
  }

  @Test
  void closesWithoutAWordWhereNoneIsUnderstood() {
    session.disconnect(DisconnectReason.UNSUPPORTED_PROTOCOL);

    assertThat(connection.texts()).isEmpty();
    assertThat(connection.closed()).isEqualTo("1000 ");
  }

  @Test
  void endsOnce() {
    session.disconnect(DisconnectReason.REMOTE);
    session.disconnect(DisconnectReason.TOO_SLOW);

    assertThat(connection.texts()).hasSize(1);
    assertThat(connection.closed()).isEqualTo("1000 remote");
  }

  @Test
  void sendsNothingOnceItIsEnding() {
    session.disconnect(DisconnectReason.REMOTE);
    session.send(new ServerMessage.Confirmation("late"));

    assertThat(connection.texts()).hasSize(1);
    assertThat(session.isEnding()).isTrue();
    assertThat(session.isGone()).isFalse();
  }

  @Test
  void letsWhatWaitsOutBeforeTheReason() {
    connection.holdBack();
    session.send(new ServerMessage.Confirmation("1"));
    session.send(new ServerMessage.Confirmation("2"));
    session.disconnect(DisconnectReason.REMOTE);
    assertThat(connection.closed()).isNull();

    connection.readOn();

    assertThat(connection.texts()).hasSize(3).last().asString().contains("disconnect");
    assertThat(connection.closed()).isEqualTo("1000 remote");
  }

  @Test
  void cutsOffAClientThatDoesNotReadWithoutTheRest() {
    ClientSession slow =
        session(TestSettings.of(LimitSettings.class, "ropeway.limits.outbox-frames", "2"));
    connection.holdBack();
    for (int i = 0; i < 5; i++) {
      slow.send(new ServerMessage.Confirmation("" + i));
    }
    assertThat(slow.isEnding()).isTrue();

    connection.readOn();

    assertThat(connection.texts()).hasSize(2).last().asString().contains("\"too_slow\"");
    assertThat(connection.closed()).isEqualTo("1000 too_slow");
  }

  @Test
  void countsProbesUntilItHearsSomething() {
    session.probe();
    session.probe();
    assertThat(session.unansweredProbes()).isEqualTo(2);

    session.heard();

    assertThat(session.unansweredProbes()).isZero();
    assertThat(connection.probes()).isEqualTo(2);
  }

  @Test
  void knowsWhatHasArrivedByTheAnswersToItsProbes() {
    List<String> proved = new ArrayList<>();
    session.prove(() -> proved.add("first"));
    session.prove(() -> proved.add("second"));
    session.prove(() -> proved.add("third"));
    session.answered(ProbeNumber.NONE);
    assertThat(proved).isEmpty();

    session.answered(2); // a client need answer only the latest ping that it has got
    assertThat(proved).containsExactly("first", "second");

    session.answered(1);
    session.answered(3);
    session.answered(3);
    assertThat(proved).containsExactly("first", "second", "third");
  }

  @Test
  void provesNothingThatHasNotBeenSentYet() {
    List<String> proved = new ArrayList<>();
    connection.holdBack();
    session.send(new ServerMessage.Confirmation("under way"));
    session.prove(() -> proved.add("early"));

    session.answered(1);
    assertThat(proved).isEmpty();

    connection.readOn();
    session.answered(1);
    assertThat(proved).containsExactly("early");
  }

  @Test
  void repeatsTheNumberOfTheLastProofInTheHeartbeatsProbe() {
    session.prove(() -> {});
    session.probe();

    assertThat(connection.inOrder()).containsExactly("probe 1", "probe 1");
  }

  @Test
  void awaitsASignOfLife() {
    assertThat(session.isAwaited()).isFalse();

    session.call();
    assertThat(session.isAwaited()).isTrue();
    assertThat(connection.probes()).isEqualTo(1);

    session.spoke();
    assertThat(session.isAwaited()).isFalse();
  }

  @Test
  void isGoneWhenItsConnectionIs() {
    session.closed();
    session.send(new ServerMessage.Confirmation("late"));

    assertThat(session.isGone()).isTrue();
    assertThat(session.isEnding()).isTrue();
    assertThat(connection.texts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DisconnectReason.class)
  void hasReasonsThatEveryWebSocketCanCarry(DisconnectReason reason) {
    assertThat(reason.word() == null ? "" : reason.word()).hasSizeLessThanOrEqualTo(123);
    assertThat(reason.code()).isBetween(1000, 1014).isNotIn(1004, 1005, 1006);
  }
}
