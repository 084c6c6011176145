package io.ropeway.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link WireWriter} wrote; what is none of that fails as an argument. */
final class WireReader {

  private final byte[] bytes;
  private final int end;
  private int at;

  WireReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private WireReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int readByte() {
    if (at >= end) {
      throw new IllegalArgumentException("The message ends too early");
    }
    return bytes[at++] & 0xFF;
  }

  long readNumber() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("A number is too long");
  }

  /** A number that counts what follows, so no larger than what is left. */
  int readCount() {
    long count = readNumber();
    if (count < 0 || count > end - at) {
      throw new IllegalArgumentException("A length is wrong: " + count);
    }
    return (int) count;
  }

  /** A part of its own, which may hold more than its reader knows. */
  WireReader readPart() {
    int size = readCount();
    WireReader part = new WireReader(bytes, at, at + size);
    at += size;
    return part;
  }

  String readText() {
    int size = readCount();
    String text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  @Nullable String readOptional() {
    return readByte() == 0 ? null : readText();
  }

  List<String> readTexts() {
    int count = readCount();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(readText());
    }
    return texts;
  }
}
