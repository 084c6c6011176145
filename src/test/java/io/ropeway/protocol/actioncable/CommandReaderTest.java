package io.ropeway.protocol.actioncable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.HistoryRequest;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.StreamPosition;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
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
  void readsWhichHistoryIsAskedFor() throws Exception {
    HistoryRequest request =
        new HistoryRequest(1_700_000_000L, Map.of("s", new StreamPosition("s", "e", 5)));
    String history =
        "\"history\":{\"since\":1700000000,\"streams\":{\"s\":{\"offset\":5,\"epoch\":\"e\"}}}";

    assertThat(reader.read("{\"command\":\"history\",\"identifier\":\"x\"," + history + "}"))
        .isEqualTo(new ClientCommand.History("x", request));
    assertThat(reader.read("{\"command\":\"subscribe\",\"identifier\":\"x\"," + history + "}"))
        .isEqualTo(new ClientCommand.Subscribe("x", request, null));
  }

  @Test
  void takesATimeOfZeroAsNone() throws Exception {
    for (String history : List.of("{}", "{\"since\":0}", "{\"since\":false,\"streams\":null}")) {
      assertThat(
              reader.read(
                  "{\"command\":\"history\",\"identifier\":\"x\",\"history\":" + history + "}"))
          .isEqualTo(new ClientCommand.History("x", HistoryRequest.NOTHING));
    }
    assertThat(reader.read("{\"command\":\"history\",\"identifier\":\"x\"}"))
        .isEqualTo(new ClientCommand.History("x", HistoryRequest.NOTHING));
  }

  @Test
  void readsAWhisperOfAnyJson() throws Exception {
    assertThat(reader.read("{\"command\":\"whisper\",\"identifier\":\"x\",\"data\":7}"))
        .isEqualTo(new ClientCommand.Whisper("x", Json.createValue(7)));
  }

  @Test
  void readsWhoWantsToBePresent() throws Exception {
    String presence = "\"presence\":{\"id\":\"42\",\"info\":{\"a\":1}}";
    PresenceRecord record = new PresenceRecord("42", "{\"a\":1}");

    assertThat(reader.read("{\"command\":\"join\",\"identifier\":\"x\"," + presence + "}"))
        .isEqualTo(new ClientCommand.Join("x", record));
    assertThat(reader.read("{\"command\":\"subscribe\",\"identifier\":\"x\"," + presence + "}"))
        .isEqualTo(new ClientCommand.Subscribe("x", null, record));
    assertThat(reader.read("{\"command\":\"join\",\"identifier\":\"x\",\"presence\":{\"id\":7}}"))
        .isEqualTo(new ClientCommand.Join("x", new PresenceRecord("7", null)));
    assertThat(reader.read("{\"command\":\"leave\",\"identifier\":\"x\"}"))
        .isEqualTo(new ClientCommand.Leave("x"));
  }

  @Test
  void readsWhetherRecordsOfPresenceAreWanted() throws Exception {
    String asked = "{\"command\":\"presence\",\"identifier\":\"x\"";

    assertThat(reader.read(asked + "}")).isEqualTo(new ClientCommand.Presence("x", true));
    assertThat(reader.read(asked + ",\"data\":{}}"))
        .isEqualTo(new ClientCommand.Presence("x", true));
    assertThat(reader.read(asked + ",\"data\":{\"return_records\":false}}"))
        .isEqualTo(new ClientCommand.Presence("x", false));
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
        "{\"command\":\"message\",\"data\":\"{}\"}",
        "{\"command\":\"history\",\"history\":{}}",
        "{\"command\":\"history\",\"identifier\":\"x\",\"history\":[]}",
        "{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"since\":\"now\"}}",
        "{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"streams\":[]}}",
        "{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"streams\":{\"s\":1}}}",
        "{\"command\":\"history\",\"identifier\":\"x\",\"history\":{\"streams\":{\"s\":{}}}}",
        "{\"command\":\"whisper\",\"identifier\":\"x\"}",
        "{\"command\":\"join\",\"identifier\":\"x\"}",
        "{\"command\":\"join\",\"identifier\":\"x\",\"presence\":{}}",
        "{\"command\":\"join\",\"identifier\":\"x\",\"presence\":{\"id\":\"\"}}",
        "{\"command\":\"leave\"}",
        "{\"command\":\"presence\"}"
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
