package io.ropeway.endpoint.undertow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Why a connection ends (RFC 6455, 7.4).
 *
 * @param code a close code; 1005 and 1006 never travel
 * @param reason at most 123 bytes of UTF-8
 */
record CloseStatus(int code, String reason) {
  /** The client's close frame had no code. */
  static final CloseStatus NONE = new CloseStatus(1005, "");

  /** The connection ended without a close frame. */
  static final CloseStatus ABNORMAL = new CloseStatus(1006, "");

  /**
   * Reads a client's close frame.
   *
   * @throws ViolationException if the payload is one byte, the code may not travel, or the reason
   *     is not UTF-8
   */
  static CloseStatus parse(byte[] payload) throws ViolationException {
    if (payload.length == 0) {
      return NONE;
    }
    if (payload.length == 1) {
      throw ViolationException.protocolError("Close code is cut off");
    }
    int code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
    if (!mayTravel(code)) {
      throw ViolationException.protocolError("Close code is reserved");
    }
    return new CloseStatus(code, Frame.text(payload, 2));
  }

  /** The payload of the close frame that says this. */
  byte[] payload() {
    if (code == NONE.code()) {
      return new byte[0];
    }
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array();
  }

  private static boolean mayTravel(int code) {
    return (code >= 1000 && code <= 1003)
        || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
  }
}
