package io.ropeway.endpoint.undertow;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The header of a frame from a client, checked against RFC 6455, 5.2 as far as it can be without
 * the frames before it.
 *
 * @param last whether the message ends with this frame
 * @param opcode what the frame carries
 * @param length payload bytes
 * @param mask the four masking bytes, first one highest
 */
record FrameHeader(boolean last, Opcode opcode, long length, int mask) {
  /** The longest header: 2 bytes, 8 of length, 4 of mask. */
  static final int MAX_BYTES = 14;

  private static final int MAX_CONTROL_PAYLOAD = 125;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;

  /**
   * Reads a header, or returns null and leaves the input as it was when bytes are missing.
   *
   * @throws ViolationException as soon as the bytes present cannot become a valid header
   */
  static @Nullable FrameHeader parse(ByteBuffer input) throws ViolationException {
    if (input.remaining() < 2) {
      return null;
    }
    int start = input.position();
    int first = input.get(start);
    int second = input.get(start + 1);
    Opcode opcode = opcode(first);
    boolean last = (first & 0x80) != 0;
    if ((second & 0x80) == 0) {
      throw ViolationException.protocolError("Frame is not masked");
    }
    int shortLength = second & 0x7F;
    if (opcode.isControl() && (!last || shortLength > MAX_CONTROL_PAYLOAD)) {
      throw ViolationException.protocolError("Control frame is fragmented or too long");
    }
    int lengthBytes =
        shortLength == LENGTH_IN_8_BYTES ? 8 : shortLength == LENGTH_IN_2_BYTES ? 2 : 0;
    if (input.remaining() < 2 + lengthBytes + 4) {
      return null;
    }
    input.position(start + 2);
    long length = length(input, shortLength);
    return new FrameHeader(last, opcode, length, input.getInt());
  }

  private static Opcode opcode(int first) throws ViolationException {
    if ((first & 0x70) != 0) {
      throw ViolationException.protocolError("Reserved bit is set");
    }
    Opcode opcode = Opcode.of(first);
    if (opcode == null) {
      throw ViolationException.protocolError("Reserved opcode");
    }
    return opcode;
  }

  private static long length(ByteBuffer input, int shortLength) throws ViolationException {
    if (shortLength < LENGTH_IN_2_BYTES) {
      return shortLength;
    }
    boolean two = shortLength == LENGTH_IN_2_BYTES;
    long length = two ? Short.toUnsignedLong(input.getShort()) : input.getLong();
    if (length < (two ? LENGTH_IN_2_BYTES : 0x10000)) {
      throw ViolationException.protocolError("Length is negative or not in its shortest form");
    }
    return length;
  }
}
