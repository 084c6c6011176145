package io.ropeway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedFrameTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 70_000})
  void framesATextOfEveryLengthAsRfc6455Says(int length) {
    ByteBuffer wire = new EncodedFrame("x".repeat(length)).wire();

    assertThat(wire.get()).as("final text frame").isEqualTo((byte) 0x81);
    int first = wire.get();
    long announced =
        switch (first) {
          case 126 -> Short.toUnsignedInt(wire.getShort());
          case 127 -> wire.getLong();
          default -> first;
        };
    assertThat(announced).isEqualTo(length);
    assertThat(wire.remaining()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {125, 126, 65_535, 65_536})
  void usesTheShortestFormOfTheLength(int length) {
    int header = length < 126 ? 2 : length < 65_536 ? 4 : 10;

    assertThat(new EncodedFrame("x".repeat(length)).size()).isEqualTo(length + header);
  }

  @Test
  void carriesTheTextAsUtf8AndCountsBytes() {
    EncodedFrame frame = new EncodedFrame("ä€😀");

    ByteBuffer wire = frame.wire().position(2);
    assertThat(StandardCharsets.UTF_8.decode(wire).toString()).isEqualTo("ä€😀");
    assertThat(frame.size()).isEqualTo(2 + 2 + 3 + 4);
    assertThat(frame.text()).isEqualTo("ä€😀");
  }

  @Test
  void givesEveryReaderAViewOfItsOwnThatNobodyCanWriteTo() {
    EncodedFrame frame = new EncodedFrame("shared");
    frame.wire().position(5);

    assertThat(frame.wire().position()).isZero();
    Assertions.assertThatThrownBy(() -> frame.wire().put((byte) 0))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void putsWhatIsSharedBetweenHeadAndTail() {
    SharedText shared = new SharedText("ä€😀".repeat(100));
    EncodedFrame frame = new EncodedFrame("{\"é\":\"", shared, "\"}", "id");
    String text = "{\"é\":\"" + "ä€😀".repeat(100) + "\"}";

    assertThat(frame.text()).isEqualTo(text);
    assertThat(frame.wire()).isEqualTo(new EncodedFrame(text).wire());
    assertThat(frame.identifier()).isEqualTo("id");
    assertThat(new EncodedFrame("", shared, "", null).text()).isEqualTo(shared.toString());
  }
}
