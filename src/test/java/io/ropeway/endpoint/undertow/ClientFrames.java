package io.ropeway.endpoint.undertow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames as a client writes them, right and wrong. */
final class ClientFrames {
  private static final int MASK = 0x1A2B3C4D;

  private ClientFrames() {}

  static byte[] text(String text) {
    return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A masked frame; the first byte is FIN, RSV and opcode as they are on the wire. */
  static byte[] frame(int firstByte, byte... payload) {
    byte[] header = header(firstByte, payload.length);
    ByteBuffer frame = ByteBuffer.allocate(header.length + payload.length).put(header);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ (MASK >>> (24 - 8 * (i & 3)))));
    }
    return frame.array();
  }

  /** The header alone, for payloads that never come. */
  static byte[] header(int firstByte, long length) {
    ByteBuffer header = ByteBuffer.allocate(FrameHeader.MAX_BYTES).put((byte) firstByte);
    if (length < 126) {
      header.put((byte) (0x80 | length));
    } else if (length < 0x10000) {
      header.put((byte) (0x80 | 126)).putShort((short) length);
    } else {
      header.put((byte) (0x80 | 127)).putLong(length);
    }
    header.putInt(MASK).flip();
    byte[] bytes = new byte[header.remaining()];
    header.get(bytes);
    return bytes;
  }

  static byte[] joined(byte[]... frames) {
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
