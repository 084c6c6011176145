package io.ropeway.service.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.broadcast.Event;
import io.ropeway.service.Refusal;
import io.ropeway.service.broadcast.Publication.Disconnect;
import io.ropeway.service.broadcast.Publication.Publish;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationReaderTest {

  private final PublicationReader reader = new PublicationReader(8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"{\\\"a\\\":1}\"    | {\"a\":1}",
        "\"plain text\"       | \"plain text\"",
        "\"\\\"a string\\\"\" | \"a string\"",
        "\"\\\"{}\\\"\"       | \"{}\"",
        "\"1 2\"              | \"1 2\"",
        "\"null\"             | null",
        "\"12.50\"            | 12.50",
        "\"\"                 | \"\"",
        "{\"a\":[1]}          | {\"a\":[1]}"
      })
  void readsDataAsJsonOnceAndOtherwiseAsTheString(String data, String payload) {
    assertThat(reader.read("{\"stream\":\"s\",\"data\":" + data + "}"))
        .containsExactly(new Publish(new Event("s", payload)));
  }

  @Test
  void leavesOutTheSocketThatIsNamed() {
    assertThat(
            reader.read(
                "{\"stream\":\"s\",\"data\":\"1\",\"meta\":{\"exclude_socket\":\"abc\","
                    + "\"broadcast_type\":\"x\",\"transient\":false}}"))
        .containsExactly(new Publish(new Event("s", "1").excluding("abc")));
  }

  @Test
  void lowersWhatShallLeaveNoTrace() {
    assertThat(reader.read("{\"stream\":\"s\",\"data\":\"1\",\"meta\":{\"transient\":true}}"))
        .containsExactly(new Publish(new Event("s", "1").asTransient()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"exclude_socket\":null}", "{\"exclude_socket\":\"\"}"})
  void leavesOutNobodyWhenNoneIsNamed(String meta) {
    assertThat(reader.read("{\"stream\":\"s\",\"data\":\"1\",\"meta\":" + meta + "}"))
        .containsExactly(new Publish(new Event("s", "1")));
  }

  @Test
  void keepsTheOrderOfABatch() {
    assertThat(
            reader.read(
                "[{\"stream\":\"a\",\"data\":\"1\"},{\"stream\":\"b\",\"data\":\"2\"},"
                    + "{\"stream\":\"a\",\"data\":\"3\"}]"))
        .containsExactly(
            new Publish(new Event("a", "1")),
            new Publish(new Event("b", "2")),
            new Publish(new Event("a", "3")));
    assertThat(reader.read("[]")).isEmpty();
  }

  @Test
  void readsADisconnectWithItsIdentifiersAndWhetherToComeBack() {
    assertThat(
            reader.read(
                "[{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"{\\\"uid\\\":\\\"26\\\","
                    + "\\\"n\\\":7}\"}},{\"command\":\"disconnect\",\"payload\":{\"identifier\":"
                    + "\"{\\\"uid\\\":\\\"1\\\"}\",\"reconnect\":false}}]"))
        .containsExactly(
            new Disconnect(Map.of("uid", "26", "n", "7"), true),
            new Disconnect(Map.of("uid", "1"), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "1",
        "\"text\"",
        "{}",
        "{\"stream\":\"s\"}",
        "{\"stream\":\"\",\"data\":\"1\"}",
        "{\"stream\":5,\"data\":\"1\"}",
        "{\"data\":\"1\"}",
        "{\"stream\":\"s\",\"data\":\"1\",\"meta\":[]}",
        "{\"stream\":\"s\",\"data\":\"1\",\"meta\":{\"exclude_socket\":5}}",
        "{\"stream\":\"s\",\"data\":\"1\",\"meta\":{\"transient\":\"yes\"}}",
        "{\"stream\":\"s\",\"data\":\"1\"} trailing",
        "{\"stream\":\"s\",\"data\":[[[[[[[[[1]]]]]]]]]}",
        "{\"stream\":\"s\",\"data\":\"[[[[[[[[[1]]]]]]]]]\"}",
        "[{\"stream\":\"s\",\"data\":\"1\"},{}]",
        "[[{\"stream\":\"s\",\"data\":\"1\"}]]",
        "{\"command\":\"restart\",\"payload\":{}}",
        "{\"command\":\"disconnect\"}",
        "{\"command\":\"disconnect\",\"payload\":{}}",
        "{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"{}\"}}",
        "{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"text\"}}",
        "{\"command\":\"disconnect\",\"payload\":{\"identifier\":{\"uid\":\"1\"}}}"
      })
  void refusesWhatCannotBeRead(String body) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> reader.read(body))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID));
  }
}
