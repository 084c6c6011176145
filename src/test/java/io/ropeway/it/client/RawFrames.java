package io.ropeway.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Frames as bytes, right and wrong. */
public final class RawFrames {

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int MASK = 0x37FA213D;

  private RawFrames() {}

  public static byte[] text(String text) {
    return frame(FINAL | 0x1, text.getBytes(UTF_8));
  }

  public static byte[] binary(byte... payload) {
    return frame(FINAL | 0x2, payload);
  }

  public static byte[] ping(byte... payload) {
    return frame(FINAL | 0x9, payload);
  }

  public static byte[] pong(byte... payload) {
    return frame(FINAL | 0xA, payload);
  }

  public static byte[] close(int code) {
    return frame(FINAL | 0x8, (byte) (code >> 8), (byte) code);
  }

  /**
   * A masked frame.
   *
   * @param firstByte the final bit, the reserved bits and the opcode
   */
  public static byte[] frame(int firstByte, byte... payload) {
    byte[] header = header(firstByte, payload.length);
    ByteBuffer frame = ByteBuffer.allocate(header.length + payload.length).put(header);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ (MASK >>> (24 - 8 * (i & 3)))));
    }
    return frame.array();
  }

  /** A frame without a mask, which clients may not send. */
  public static byte[] unmasked(String text) {
    byte[] payload = text.getBytes(UTF_8);
    return ByteBuffer.allocate(2 + payload.length)
        .put((byte) (FINAL | 0x1))
        .put((byte) payload.length)
        .put(payload)
        .array();
  }

  /** A header that announces so many bytes. */
  public static byte[] header(int firstByte, long length) {
    ByteBuffer header = ByteBuffer.allocate(14).put((byte) firstByte);
    if (length >= 0 && length < 126) {
      header.put((byte) (MASKED | length));
    } else if (length >= 0 && length < 0x10000) {
      header.put((byte) (MASKED | 126)).putShort((short) length);
    } else {
      header.put((byte) (MASKED | 127)).putLong(length);
    }
    header.putInt(MASK).flip();
    byte[] bytes = new byte[header.remaining()];
    header.get(bytes);
    return bytes;
  }

  /** Frames in one packet. */
  public static byte[] joined(byte[]... frames) {
    int length = 0;
    for (byte[] frame : frames) {
      length += frame.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] frame : frames) {
      all.put(frame);
    }
    return all.array();
  }
}
