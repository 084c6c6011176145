package io.ropeway.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One text frame, encoded once and shared by everybody who gets it.
 *
 * <p>Holds the bytes of the finished, unmasked WebSocket frame (RFC 6455, 5.2), so that a transport
 * that can write bytes need not frame again for each client; the text is made of them for those who
 * want it. Immutable.
 */
public final class EncodedFrame {

  private static final int TEXT_FINAL = 0x81;
  private static final int LENGTH_IN_TWO_BYTES = 126;
  private static final int LENGTH_IN_EIGHT_BYTES = 127;
  private static final SharedText NOTHING = new SharedText("");

  private final @Nullable String identifier;
  private final ByteBuffer wire;

  /** Made when somebody asks; threads that do at the same time make it twice. */
  private @Nullable String text;

  public EncodedFrame(String text) {
    this(text, null);
  }

  /**
   * @param identifier of the subscription that it is for, or null if it is for none
   */
  public EncodedFrame(String text, @Nullable String identifier) {
    this(text, NOTHING, "", identifier);
    this.text = text;
  }

  /**
   * @param shared what stands between head and tail, in the frames of others too
   */
  public EncodedFrame(String head, SharedText shared, String tail, @Nullable String identifier) {
    this.identifier = identifier;
    this.wire =
        frame(
            head.getBytes(StandardCharsets.UTF_8),
            shared.utf8(),
            tail.getBytes(StandardCharsets.UTF_8));
  }

  /** The text that the frame carries. */
  public String text() {
    String known = text;
    if (known == null) {
      ByteBuffer bytes = wire.duplicate();
      bytes.position(headerLength(bytes.get(1)));
      known = StandardCharsets.UTF_8.decode(bytes).toString();
      text = known;
    }
    return known;
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

  private static ByteBuffer frame(byte[] head, byte[] shared, byte[] tail) {
    int length = head.length + shared.length + tail.length;
    int code = code(length);
    ByteBuffer frame = ByteBuffer.allocate(length + headerLength(code));
    frame.put((byte) TEXT_FINAL).put((byte) code);
    if (code == LENGTH_IN_TWO_BYTES) {
      frame.putShort((short) length);
    } else if (code == LENGTH_IN_EIGHT_BYTES) {
      frame.putLong(length);
    }
    return frame.put(head).put(shared).put(tail).flip().asReadOnlyBuffer();
  }

  /** The second byte of a frame: its length, or where that stands. */
  private static int code(int length) {
    if (length < LENGTH_IN_TWO_BYTES) {
      return length;
    }
    return length <= 0xFFFF ? LENGTH_IN_TWO_BYTES : LENGTH_IN_EIGHT_BYTES;
  }

  private static int headerLength(int code) {
    return switch (code) {
      case LENGTH_IN_TWO_BYTES -> 4;
      case LENGTH_IN_EIGHT_BYTES -> 10;
      default -> 2;
    };
  }
}
