package io.ropeway.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes numbers and texts behind each other: numbers small, texts in UTF-8 with their length. */
final class WireWriter {

  private byte[] bytes = new byte[512];
  private int length;

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  void writeByte(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  /** Seven bits a byte, the lowest first. */
  void writeNumber(long value) {
    long rest = value;
    room(10);
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void writeText(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    write(encoded, encoded.length);
  }

  /** What another one has written, as one part. */
  void writePart(WireWriter part) {
    write(part.bytes, part.length);
  }

  void writeOptional(@Nullable String text) {
    writeByte(text == null ? 0 : 1);
    if (text != null) {
      writeText(text);
    }
  }

  void writeTexts(List<String> texts) {
    writeNumber(texts.size());
    texts.forEach(this::writeText);
  }

  private void write(byte[] some, int count) {
    writeNumber(count);
    room(count);
    System.arraycopy(some, 0, bytes, length, count);
    length += count;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
