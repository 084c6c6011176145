package io.ropeway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartsTest {

  private final TextParts parts = new TextParts(8);

  @Test
  void givesAWholeMessageAsItIs() {
    String message = "12345678";
    assertThat(parts.add(message, true)).isSameAs(message);
    assertThat(parts.add("", true)).isEmpty();
  }

  @Test
  void joinsPartsUpToTheLast() {
    assertThat(parts.add("123", false)).isNull();
    assertThat(parts.add("", false)).isNull();
    assertThat(parts.add("45", true)).isEqualTo("12345");
    assertThat(parts.add("678", true)).isEqualTo("678");
  }

  @Test
  void refusesAMessageThatIsTooLongInOnePartOrInMany() {
    assertThat(parts.add("123456789", true)).isNull();
    assertThat(parts.isTooLong()).isTrue();

    TextParts others = new TextParts(8);
    assertThat(others.add("12345678", false)).isNull();
    assertThat(others.isTooLong()).isFalse();
    assertThat(others.add("9", false)).isNull();
    assertThat(others.isTooLong()).isTrue();
    assertThat(others.add("", true)).isNull();
  }

  @Test
  void countsBytesOfUtf8() {
    assertThat(parts.add("\u00fc\u20ac123", true)).isNotNull();
    assertThat(parts.add("\ud83d\ude80\ud83d\ude80", true)).isNotNull();
    assertThat(parts.add("\u20ac\u20ac\u20ac", true)).isNull();
    assertThat(parts.isTooLong()).isTrue();
  }
}
