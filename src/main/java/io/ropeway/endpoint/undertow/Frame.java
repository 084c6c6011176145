package io.ropeway.endpoint.undertow;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A whole message (text or binary, its fragments joined) or a control frame, unmasked.
 *
 * @param opcode never {@link Opcode#CONTINUATION}
 * @param payload owned by the receiver of the frame
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Frame(Opcode opcode, byte[] payload) {
  private static final char REPLACEMENT = '\uFFFD';

  /**
   * The payload as text.
   *
   * @throws ViolationException 1007 if it is not UTF-8
   */
  String text() throws ViolationException {
    return text(payload, 0);
  }

  /** As {@link #text()}, from an offset on. */
  static String text(byte[] payload, int from) throws ViolationException {
    String text = new String(payload, from, payload.length - from, StandardCharsets.UTF_8);
    // The quick decoder replaces what is malformed; only a text with a replacement is looked at
    // again, because the client may have sent that character itself.
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly(payload, from);
  }

  private static String strictly(byte[] payload, int from) throws ViolationException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(payload, from, payload.length - from);
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException malformed) {
      throw ViolationException.invalidText();
    }
  }
}
