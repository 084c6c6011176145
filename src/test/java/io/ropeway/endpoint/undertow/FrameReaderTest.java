package io.ropeway.endpoint.undertow;

import static io.ropeway.endpoint.undertow.ClientFrames.frame;
import static io.ropeway.endpoint.undertow.ClientFrames.header;
import static io.ropeway.endpoint.undertow.ClientFrames.joined;
import static io.ropeway.endpoint.undertow.ClientFrames.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  private static final int LIMIT = 70_000;

  private final FrameReader reader = new FrameReader(LIMIT);

  @Nested
  class WholeFrames {
    @Test
    void readsATextInOnePiece() throws Exception {
      assertThat(read(text("hello"))).containsExactly("TEXT hello");
    }

    @Test
    void readsSeveralFramesOfOneBuffer() throws Exception {
      assertThat(read(joined(text("a"), frame(0x89), text("ß"))))
          .containsExactly("TEXT a", "PING ", "TEXT ß");
    }

    @Test
    void readsAnEmptyText() throws Exception {
      assertThat(read(text(""))).containsExactly("TEXT ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 124, 125, 126, 127, 65_535, 65_536, LIMIT})
    void readsEveryFormOfLength(int length) throws Exception {
      String text = "x".repeat(length);
      assertThat(read(text(text))).containsExactly("TEXT " + text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 100, 4_096})
    void readsTheSameHoweverTheBytesAreCut(int pieceLength) throws Exception {
      byte[] bytes =
          joined(
              text("first"),
              frame(0x01, bytes("frag")),
              frame(0x89, bytes("in between")),
              frame(0x00),
              frame(0x80, bytes("ment")),
              text("y".repeat(300)),
              text("z".repeat(66_000)),
              frame(0x88, (byte) 3, (byte) 0xE8));
      assertThat(readInPieces(bytes, pieceLength))
          .hasSize(6)
          .startsWith("TEXT first", "PING in between", "TEXT fragment")
          .contains("TEXT " + "y".repeat(300), "TEXT " + "z".repeat(66_000));
    }

    @Test
    void tellsBinaryFromText() throws Exception {
      Frame frame = reader.next(ByteBuffer.wrap(frame(0x82, (byte) 0xFF)));
      assertThat(frame.opcode()).isEqualTo(Opcode.BINARY);
      assertThat(frame.payload()).containsExactly(0xFF);
    }
  }

  @Nested
  class Fragments {
    @Test
    void joinsACharacterThatIsCutBetweenFragments() throws Exception {
      byte[] euro = bytes("€");
      assertThat(read(joined(frame(0x01, euro[0]), frame(0x00, euro[1]), frame(0x80, euro[2]))))
          .containsExactly("TEXT €");
    }

    @Test
    void refusesInvalidUtf8AcrossFragments() {
      byte[] euro = bytes("€");
      assertThat(refusal(joined(frame(0x01, euro[0]), frame(0x80, euro[1])))).isEqualTo(1007);
    }

    @Test
    void refusesAContinuationOfNothing() {
      assertThat(refusal(frame(0x80, bytes("x")))).isEqualTo(1002);
    }

    @Test
    void refusesAMessageInsideAnother() {
      assertThat(refusal(joined(frame(0x01, bytes("x")), text("y")))).isEqualTo(1002);
    }

    @Test
    void countsAllFragmentsAgainstTheLimit() {
      byte[] half = new byte[LIMIT / 2];
      assertThat(refusal(joined(frame(0x01, half), frame(0x00, half), header(0x80, 1))))
          .isEqualTo(1009);
    }
  }

  @Nested
  class WrongFrames {
    @Test
    void refusesAnUnmaskedFrame() {
      assertThat(refusal((byte) 0x81, (byte) 1, (byte) 'x')).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC1, 0xA1, 0x91})
    void refusesAReservedBit(int firstByte) {
      assertThat(refusal(frame(firstByte, bytes("x")))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x83, 0x84, 0x85, 0x86, 0x87, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F})
    void refusesAReservedOpcode(int firstByte) {
      assertThat(refusal(frame(firstByte))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x09, 0x0A})
    void refusesAFragmentedControlFrame(int firstByte) {
      assertThat(refusal(frame(firstByte))).isEqualTo(1002);
    }

    @Test
    void refusesALongControlFrame() {
      assertThat(refusal(header(0x89, 126))).isEqualTo(1002);
    }

    @Test
    void refusesALengthThatIsNotInItsShortestForm() {
      assertThat(refusal(HexFormat.of().parseHex("81FE000500000000"))).isEqualTo(1002);
    }

    @Test
    void refusesANegativeLength() {
      assertThat(refusal(HexFormat.of().parseHex("81FF" + "FF".repeat(12)))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(longs = {LIMIT + 1, Integer.MAX_VALUE, 0x1_0000_0000L, Long.MAX_VALUE})
    void refusesALengthOverTheLimitAtTheHeader(long length) {
      assertThat(refusal(header(0x81, length))).isEqualTo(1009);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA080", "F4908080", "FF", "80", "C3", "61E28261", "EFBFBDFF"})
    void refusesTextThatIsNotUtf8(String hex) {
      byte[] payload = HexFormat.of().parseHex(hex);
      assertThat(refusal(frame(0x81, payload))).isEqualTo(1007);
    }

    @Test
    void acceptsAReplacementCharacterThatWasSent() throws Exception {
      assertThat(read(text("\uFFFD"))).containsExactly("TEXT \uFFFD");
    }

    @Test
    void answersGarbageWithARefusalAndNothingElse() {
      Random random = new Random(42);
      for (int round = 0; round < 20_000; round++) {
        byte[] garbage = new byte[random.nextInt(40)];
        random.nextBytes(garbage);
        FrameReader fresh = new FrameReader(64);
        ByteBuffer input = ByteBuffer.wrap(garbage);
        try {
          while (fresh.next(input) != null) {
            assertThat(input.position()).isPositive();
          }
          assertThat(input.hasRemaining()).isFalse();
        } catch (ViolationException refused) {
          assertThat(refused.closeCode()).isBetween(1002, 1009);
        }
      }
    }
  }

  private List<String> read(byte[] bytes) throws ViolationException {
    return readInPieces(bytes, bytes.length);
  }

  private List<String> readInPieces(byte[] bytes, int pieceLength) throws ViolationException {
    List<String> frames = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += pieceLength) {
      ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(pieceLength, bytes.length - from));
      Frame frame;
      while ((frame = reader.next(piece)) != null) {
        boolean close = frame.opcode() == Opcode.CLOSE;
        frames.add(frame.opcode() + " " + (close ? frame.payload().length : frame.text()));
      }
      assertThat(piece.hasRemaining()).isFalse();
    }
    return frames;
  }

  private int refusal(byte... bytes) {
    return catchThrowableOfType(ViolationException.class, () -> read(bytes)).closeCode();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
