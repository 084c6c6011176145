package io.ropeway.endpoint.undertow;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Payload bytes as they arrive, unmasked. Grows with what was received, never with what was
 * announced: a client that announces much and sends little costs little.
 */
final class Payload {
  private byte[] bytes;
  private int size;

  /**
   * @param expected bytes that are about to be appended; the array is made for exactly these
   */
  Payload(int expected) {
    bytes = new byte[expected];
  }

  int size() {
    return size;
  }

  /**
   * Takes bytes from the input.
   *
   * @param count how many, at most what the input has
   * @param mask the frame's mask
   * @param offset how many bytes of the frame were taken before
   */
  void append(ByteBuffer input, int count, int mask, int offset) {
    if (bytes.length - size < count) {
      bytes = Arrays.copyOf(bytes, Math.max(size + count, size * 2));
    }
    input.get(bytes, size, count);
    int rotated = Integer.rotateLeft(mask, 8 * (offset & 3));
    for (int i = 0; i < count; i++) {
      bytes[size + i] ^= (byte) (rotated >>> (24 - 8 * (i & 3)));
    }
    size += count;
  }

  /** The bytes; the array itself where it has the right size, so use it once. */
  byte[] bytes() {
    return bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
  }
}
