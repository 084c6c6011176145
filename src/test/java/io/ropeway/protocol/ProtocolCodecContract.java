package io.ropeway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every codec keeps, whatever its dialect. */
public abstract class ProtocolCodecContract {

  private static final String IDENTIFIER = "{\"channel\":\"A\\u00e9\",\"x\": 1}";

  /** The codec under test, made with a bound of 32 on JSON depth. */
  protected abstract ProtocolCodec codec();

  @Test
  void namesItsSubprotocolAsATokenOfHttp() {
    assertThat(codec().subprotocol()).matches("[A-Za-z0-9._-]+");
  }

  @Test
  void sendsAPayloadAsItIs() {
    String payload = "{\"a\":[1.50,\"ä😀\",null],  \"b\":\"\\u0000\"}";

    assertThat(codec().encode(new ServerMessage.Data(IDENTIFIER, payload)).text())
        .contains(payload);
  }

  @Test
  void writesJsonForEveryMessage() {
    for (ServerMessage message : messages("a\"\\\n\u0001ä😀")) {
      assertThat(parse(codec().encode(message).text())).as("%s", message).isNotNull();
    }
  }

  @Test
  void writesTheSameTextForTheSameMessage() {
    for (ServerMessage message : messages("x")) {
      assertThat(codec().encode(message).text()).isEqualTo(codec().encode(message).text());
    }
  }

  @Test
  void failsOnBadFramesInOneWayOnly() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
      }
      assertThatThrownBy(() -> codec().decode(text.toString()))
          .isInstanceOf(MalformedFrameException.class);
    }
  }

  @Test
  void refusesWhatNestsTooDeep() {
    assertThatThrownBy(() -> codec().decode("{\"a\":".repeat(50_000)))
        .isInstanceOf(MalformedFrameException.class);
  }

  private static ServerMessage[] messages(String text) {
    return new ServerMessage[] {
      new ServerMessage.Welcome(text),
      new ServerMessage.Ping(1_700_000_000),
      new ServerMessage.Pong(),
      new ServerMessage.Confirmation(text),
      new ServerMessage.Rejection(text),
      new ServerMessage.Data(text, "\"payload\""),
      new ServerMessage.Data(text, "1", new StreamPosition(text, text, 7)),
      new ServerMessage.Welcome(text, List.of(text, "other")),
      new ServerMessage.ConfirmHistory(text),
      new ServerMessage.RejectHistory(text),
      new ServerMessage.Presence(text, PresenceText.join(new PresenceRecord(text, "{}"))),
      new ServerMessage.Presence(text, PresenceText.leave(text)),
      new ServerMessage.Presence(
          text, PresenceText.info(1, List.of(new PresenceRecord(text, null)))),
      new ServerMessage.Presence(text, PresenceText.ERROR),
      new ServerMessage.Disconnect(text, true),
      new ServerMessage.Disconnect(null, false)
    };
  }

  private static JsonValue parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }
}
