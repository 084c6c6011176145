package io.ropeway.protocol.actioncable;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.PresenceText;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ProtocolCodecContract;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.StreamPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionCableCodecTest extends ProtocolCodecContract {

  private final ActionCableCodec v1 = ActionCableCodec.v1(32);

  @Override
  protected ProtocolCodec codec() {
    return v1;
  }

  @Test
  void writesTheWelcomeOfRails() {
    assertWire(new ServerMessage.Welcome("id"), "{\"type\":\"welcome\"}");
  }

  @Test
  void writesPingsWithWholeSeconds() {
    assertWire(new ServerMessage.Ping(1_700_000_001), "{\"type\":\"ping\",\"message\":1700000001}");
  }

  @Test
  void answersPings() {
    assertWire(new ServerMessage.Pong(), "{\"type\":\"pong\"}");
  }

  @Test
  void echoesTheIdentifierInConfirmations() {
    assertWire(
        new ServerMessage.Confirmation("{\"channel\":\"A\"}"),
        "{\"identifier\":\"{\\\"channel\\\":\\\"A\\\"}\",\"type\":\"confirm_subscription\"}");
  }

  @Test
  void echoesTheIdentifierInRejections() {
    assertWire(
        new ServerMessage.Rejection("x"),
        "{\"identifier\":\"x\",\"type\":\"reject_subscription\"}");
  }

  @Test
  void writesDataWithoutAType() {
    assertWire(
        new ServerMessage.Data("x", "{\"a\":1}"), "{\"identifier\":\"x\",\"message\":{\"a\":1}}");
  }

  @Test
  void keepsAStringPayloadAString() {
    assertWire(
        new ServerMessage.Data("x", "\"{\\\"a\\\":1}\""),
        "{\"identifier\":\"x\",\"message\":\"{\\\"a\\\":1}\"}");
  }

  @Test
  void tellsWhereDurableDataStands() {
    assertWire(
        new ServerMessage.Data("x", "1", new StreamPosition("room:\"7\"", "e1", 42)),
        "{\"identifier\":\"x\",\"message\":1,"
            + "\"stream_id\":\"room:\\\"7\\\"\",\"epoch\":\"e1\",\"offset\":42}");
  }

  @Test
  void answersRequestsForHistory() {
    assertWire(
        new ServerMessage.ConfirmHistory("x"),
        "{\"identifier\":\"x\",\"type\":\"confirm_history\"}");
    assertWire(
        new ServerMessage.RejectHistory("x"), "{\"identifier\":\"x\",\"type\":\"reject_history\"}");
  }

  @Test
  void tellsWhoComesAndGoes() {
    assertPresence(
        PresenceText.join(new PresenceRecord("42", "{\"name\":\"Vova\"}")),
        "{\"type\":\"join\",\"id\":\"42\",\"info\":{\"name\":\"Vova\"}}");
    assertPresence(PresenceText.leave("42"), "{\"type\":\"leave\",\"id\":\"42\"}");
    assertPresence(
        PresenceText.info(2, List.of(new PresenceRecord("1", "7"), new PresenceRecord("2", null))),
        "{\"type\":\"info\",\"total\":2,\"records\":[{\"id\":\"1\",\"info\":7},{\"id\":\"2\"}]}");
    assertPresence(PresenceText.info(2, null), "{\"type\":\"info\",\"total\":2}");
    assertPresence(PresenceText.ERROR, "{\"type\":\"error\"}");
  }

  private void assertPresence(String payload, String message) {
    assertWire(
        new ServerMessage.Presence("x", payload),
        "{\"type\":\"presence\",\"identifier\":\"x\",\"message\":" + message + "}");
  }

  @Test
  void alwaysSendsTheReconnectKey() {
    assertWire(
        new ServerMessage.Disconnect("remote", true),
        "{\"type\":\"disconnect\",\"reason\":\"remote\",\"reconnect\":true}");
    assertWire(
        new ServerMessage.Disconnect(null, false),
        "{\"type\":\"disconnect\",\"reason\":null,\"reconnect\":false}");
  }

  private void assertWire(ServerMessage message, String expected) {
    assertThat(v1.encode(message).text()).isEqualTo(expected);
  }
}
