package io.ropeway.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One text frame, encoded once and shared by everybody who gets it.
 *
 * <p>Besides the text it holds the bytes of the finished, unmasked WebSocket frame (RFC 6455, 5.2),
 * so that a transport that can write bytes need not frame again for each client. Immutable.
 */
public final class EncodedFrame {

  private static final int TEXT_FINAL = 0x81;
  private static final int LENGTH_IN_TWO_BYTES = 126;
  private static final int LENGTH_IN_EIGHT_BYTES = 127;

  private final String text;
  private final @Nullable String identifier;
  private final ByteBuffer wire;

  public EncodedFrame(String text) {
    this(text, null);
  }

  /**
   * @param identifier of the subscription that it is for, or null if it is for none
   */
  public EncodedFrame(String text, @Nullable String identifier) {
    this.text = text;
    this.identifier = identifier;
    this.wire = frame(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text that the frame carries. */
  public String text() {
    return text;
  }

  /** The identifier of the subscription that it is for, or null. */
  public @Nullable String identifier() {
    return identifier;
  }

  /** A new read-only view of the finished frame: header and text. */
  public ByteBuffer wire() {
    return wire.duplicate();
  }

  /** The size of the finished frame in bytes. */
  public int size() {
    return wire.capacity();
  }

  private static ByteBuffer frame(byte[] payload) {
    int length = payload.length;
    ByteBuffer frame = ByteBuffer.allocate(length + headerLength(length)).put((byte) TEXT_FINAL);
    if (length < LENGTH_IN_TWO_BYTES) {
      frame.put((byte) length);
    } else if (length <= 0xFFFF) {
      frame.put((byte) LENGTH_IN_TWO_BYTES).putShort((short) length);
    } else {
      frame.put((byte) LENGTH_IN_EIGHT_BYTES).putLong(length);
    }
    return frame.put(payload).flip().asReadOnlyBuffer();
  }

  private static int headerLength(int payloadLength) {
    if (payloadLength < LENGTH_IN_TWO_BYTES) {
      return 2;
    }
    return payloadLength <= 0xFFFF ? 4 : 10;
  }
}
