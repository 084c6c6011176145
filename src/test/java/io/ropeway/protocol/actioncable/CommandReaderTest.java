package io.ropeway.protocol.actioncable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.MalformedFrameException;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {

  private final CommandReader reader = new CommandReader(4);

  @Test
  void readsASubscribe() throws Exception {
    assertThat(reader.read("{\"command\":\"subscribe\",\"identifier\":\"{\\\"channel\\\":1}\"}"))
        .isEqualTo(new ClientCommand.Subscribe("{\"channel\":1}"));
  }

  @Test
  void readsAnUnsubscribe() throws Exception {
    assertThat(reader.read("{\"command\":\"unsubscribe\",\"identifier\":\"x\"}"))
        .isEqualTo(new ClientCommand.Unsubscribe("x"));
  }

  @Test
  void keepsAnIdentifierThatIsNoJson() throws Exception {
    assertThat(reader.read("{\"command\":\"subscribe\",\"identifier\":\" not json \"}"))
        .isEqualTo(new ClientCommand.Subscribe(" not json "));
  }

  @Test
  void readsAnActionWhoseDataIsJsonInAString() throws Exception {
    assertThat(
            reader.read(
                "{\"command\":\"message\",\"identifier\":\"x\",\"data\":\"{\\\"a\\\":1}\"}"))
        .isEqualTo(new ClientCommand.Perform("x", Json.createObjectBuilder().add("a", 1).build()));
  }

  @Test
  void readsAnActionWhoseDataIsAnObject() throws Exception {
    assertThat(reader.read("{\"command\":\"message\",\"identifier\":\"x\",\"data\":{\"a\":1}}"))
        .isEqualTo(new ClientCommand.Perform("x", Json.createObjectBuilder().add("a", 1).build()));
  }

  @Test
  void readsPingAndPong() throws Exception {
    assertThat(reader.read("{\"command\":\"ping\"}")).isEqualTo(new ClientCommand.Ping());
    assertThat(reader.read("{\"command\":\"pong\"}")).isEqualTo(new ClientCommand.Pong());
  }

  @Test
  void tellsAnUnknownCommandFromABadFrame() throws Exception {
    assertThat(reader.read("{\"command\":\"dance\"}"))
        .isEqualTo(new ClientCommand.Unknown("dance"));
  }

  @Test
  void ignoresKeysThatItDoesNotKnow() throws Exception {
    assertThat(
            reader.read("{\"x\":[{}],\"command\":\"subscribe\",\"identifier\":\"y\",\"z\":null}"))
        .isEqualTo(new ClientCommand.Subscribe("y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"command\":1}",
        "{\"command\":null}",
        "{\"command\":\"subscribe\"}",
        "{\"command\":\"subscribe\",\"identifier\":{\"channel\":\"A\"}}",
        "{\"command\":\"subscribe\",\"identifier\":null}",
        "{\"command\":\"unsubscribe\",\"identifier\":7}",
        "{\"command\":\"message\",\"identifier\":\"x\"}",
        "{\"command\":\"message\",\"identifier\":\"x\",\"data\":null}",
        "{\"command\":\"message\",\"identifier\":\"x\",\"data\":\"[]\"}",
        "{\"command\":\"message\",\"identifier\":\"x\",\"data\":\"text\"}",
        "{\"command\":\"message\",\"identifier\":\"x\",\"data\":[1]}",
        "{\"command\":\"message\",\"data\":\"{}\"}"
      })
  void refusesWrongTypesAndMissingParts(String frame) {
    assertThatThrownBy(() -> reader.read(frame)).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void boundsTheNestingOfDataInsideItsStringToo() {
    assertThatThrownBy(
            () ->
                reader.read(
                    "{\"command\":\"message\",\"identifier\":\"x\",\"data\":\"[[[[[]]]]]\"}"))
        .hasMessageContaining("deeper");
  }
}
