package io.ropeway.endpoint.undertow;

import java.nio.ByteBuffer;

/** The control frames that the transport itself sends; they are never masked (RFC 6455, 5.1). */
final class ServerFrames {
  private static final int FINAL = 0x80;

  private ServerFrames() {}

  static ByteBuffer ping(byte[] payload) {
    return control(Opcode.PING, payload);
  }

  /** The answer to a ping, with its payload. */
  static ByteBuffer pong(byte[] payload) {
    return control(Opcode.PONG, payload);
  }

  static ByteBuffer close(CloseStatus status) {
    return control(Opcode.CLOSE, status.payload());
  }

  private static ByteBuffer control(Opcode opcode, byte[] payload) {
    return ByteBuffer.allocate(2 + payload.length)
        .put((byte) (FINAL | opcode.code()))
        .put((byte) payload.length)
        .put(payload)
        .flip();
  }
}
