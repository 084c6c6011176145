package io.ropeway.protocol.sse;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.StreamPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTextTest {

  @Test
  void isReadAsItWasWritten() {
    StreamPosition position = new StreamPosition("room:7", "db:a.2", Long.MAX_VALUE);

    assertThat(PositionText.write(position)).isEqualTo("db:a.2:9223372036854775807");
    assertThat(PositionText.read("room:7", PositionText.write(position))).contains(position);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", ":5", "db.2", "db.2:", "db.2:-1", "db.2:five"})
  void whatIsNoneIsNotRead(String text) {
    assertThat(PositionText.read("room:7", text)).isEmpty();
  }
}
