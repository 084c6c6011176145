package io.ropeway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  private static final int ROUNDS = 1_000;

  @Test
  void quotesWhatAnyJsonReaderReadsBack() {
    Random random = new Random(7);
    for (int i = 0; i < ROUNDS; i++) {
      String text = randomText(random);

      assertThat(read(quoted(text))).isEqualTo(text);
    }
  }

  @Test
  void leavesPrintableTextAsItIs() {
    assertThat(quoted("{ä€😀/\u2028")).isEqualTo("\"{ä€😀/\u2028\"");
  }

  @Test
  void escapesQuotesBackslashesAndControls() {
    assertThat(quoted("\"\\\n\r\t\u0000\u001f")).isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\"");
  }

  @Test
  void escapesHalvesOfCharactersSinceUtf8CannotCarryThem() {
    assertThat(quoted("\ud83d")).isEqualTo("\"\\ud83d\"");
    assertThat(quoted("a\ude00b")).isEqualTo("\"a\\ude00b\"");
    assertThat(quoted("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d\ud83d\ude00\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "{} 1",
        "[[]] 2",
        "{\"a\":[{}]} 3",
        "{\"a\":\"[[[[\"} 1",
        "{\"a\":\"\\\"[[[\"} 1",
        "{\"a\":\"\\\\\",\"b\":[]} 2"
      })
  void countsTheNestingOutsideOfStrings(String json, int depth) {
    assertThat(JsonText.isDeeperThan(json, depth)).isFalse();
    assertThat(JsonText.isDeeperThan(json, depth - 1)).isTrue();
  }

  @Test
  void refusesDeepNestingBeforeAnyParserSeesIt() {
    String deep = "{\"a\":".repeat(100_000);

    assertThatThrownBy(() -> JsonText.object(deep, 32))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining("deeper than 32");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[]",
        "null",
        "1",
        "\"a\"",
        "{} {}",
        "{}x",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "\u0000",
        "{\"a\":1e}",
        "{\"a\":\"",
        "]{}",
        "{\"a\":tru}"
      })
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> JsonText.object(text, 32))
        .isInstanceOf(MalformedFrameException.class)
        .hasNoCause();
  }

  @Test
  void refusesANumberThatNoParserShouldWorkOn() {
    assertThatThrownBy(() -> JsonText.object("{\"a\":1." + "3".repeat(50_000) + "}", 32))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void failsInNoOtherWayWhateverTheTextIs() {
    Random random = new Random(11);
    String alphabet = "{}[]\":,\\u0123456789abctrufalsn.eE+- \n\ud83d\ude00ä";
    for (int i = 0; i < 5 * ROUNDS; i++) {
      StringBuilder text = new StringBuilder("{\"a\":");
      int length = random.nextInt(20);
      for (int j = 0; j < length; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      text.append(random.nextBoolean() ? "}" : "");
      try {
        JsonText.object(text.toString(), 8);
      } catch (MalformedFrameException expected) {
        assertThat(expected).hasNoCause();
      }
    }
  }

  @Test
  void saysNothingOfTheTextThatItRefuses() {
    assertThatThrownBy(() -> JsonText.object("{\"token\":\"secret", 32))
        .hasMessageNotContaining("secret");
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(out, text);
    return out.toString();
  }

  private static String read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader("[" + json + "]"))) {
      return reader.readArray().getString(0);
    }
  }

  /** Of all sorts of characters, halves of surrogate pairs among them. */
  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        default -> text.append((char) (0xD800 + random.nextInt(0x800)));
      }
    }
    return text.toString();
  }
}
