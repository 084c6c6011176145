package io.ropeway.protocol.actioncable;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ProtocolCodecContract;
import io.ropeway.protocol.ServerMessage;
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
