package io.ropeway.benchmark;

import java.nio.ByteBuffer;

/** A view of one unmasked frame inside the read buffer; moved from frame to frame, never copied. */
final class ServerFrame {
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final byte[] PING_MESSAGE = bytes("{\"type\":\"ping\"");
  private static final byte[] WELCOME = bytes("{\"type\":\"welcome\"");
  private static final byte[] CONFIRMATION = bytes("\"type\":\"confirm_subscription\"");
  private static final byte[] REJECTION = bytes("\"type\":\"reject_subscription\"");
  private static final byte[] DISCONNECTION = bytes("\"type\":\"disconnect\"");
  private static final byte[] AT = bytes("\"at\":");
  private static final byte[] SEQUENCE = bytes("\"seq\":");
  private static final byte[] MARK = bytes("\"text\":\"#");
  private static final byte[] SAID = bytes("\"event\":\"message.created\"");
  private static final byte[] CONTENT = bytes("\"content\":\"#");
  private static final byte[] REPLY = bytes("\"action\":\"broadcastResult\"");
  private static final byte[] REFUSED_ACTION = bytes("\"event\":\"error\"");
  private static final byte[] OFFSET = bytes(",\"offset\":");
  private static final byte[] EPOCH = bytes(",\"epoch\":\"");
  private static final byte[] STREAM = bytes(",\"stream_id\":\"");
  private static final byte[] HISTORY_CONFIRMATION = bytes("\"type\":\"confirm_history\"");
  private static final byte[] HISTORY_REJECTION = bytes("\"type\":\"reject_history\"");

  private byte[] buffer = new byte[0];
  private int opcode;
  private int start;
  private int end;

  /** Moves to the next whole frame of the buffer; false when there is none yet. */
  boolean next(ByteBuffer input) {
    if (input.remaining() < 2) {
      return false;
    }
    buffer = input.array();
    int position = input.position();
    int length = input.get(position + 1) & 0x7F;
    int header = 2;
    if (length == 126) {
      if (input.remaining() < 4) {
        return false;
      }
      length = Short.toUnsignedInt(input.getShort(position + 2));
      header = 4;
    } else if (length == 127) {
      if (input.remaining() < 10) {
        return false;
      }
      length = Math.toIntExact(input.getLong(position + 2));
      header = 10;
    }
    if (input.remaining() < header + length) {
      return false;
    }
    opcode = input.get(position) & 0xFF;
    start = position + header;
    end = start + length;
    input.position(end);
    return true;
  }

  boolean isClose() {
    return opcode == CLOSE;
  }

  boolean isWebSocketPing() {
    return opcode == PING;
  }

  boolean isPingMessage() {
    return startsWith(PING_MESSAGE);
  }

  boolean isWelcome() {
    return startsWith(WELCOME);
  }

  boolean isConfirmation() {
    return opcode == TEXT && indexOf(CONFIRMATION) >= 0;
  }

  boolean isRefusal() {
    return opcode == TEXT && (indexOf(REJECTION) >= 0 || indexOf(DISCONNECTION) >= 0);
  }

  /** Whether a chat room did not do what it was asked to. */
  boolean isRefusedAction() {
    return opcode == TEXT && indexOf(REFUSED_ACTION) >= 0;
  }

  boolean isHistoryConfirmation() {
    return opcode == TEXT && indexOf(HISTORY_CONFIRMATION) >= 0;
  }

  boolean isHistoryRejection() {
    return opcode == TEXT && indexOf(HISTORY_REJECTION) >= 0;
  }

  /** The number at the beginning of what was said in a stream, or -1 if this frame says nothing. */
  long mark() {
    int found = opcode == TEXT ? indexOf(MARK) : -1;
    return found >= 0 && indexOf(REPLY) < 0 ? numberAt(found, MARK) : -1;
  }

  /** The number of a message at a support desk that is told as new, or -1. */
  long deskMessage() {
    return opcode == TEXT && indexOf(SAID) >= 0 ? numberAt(indexOf(CONTENT), CONTENT) : -1;
  }

  /** The place in a durable stream, or -1 if this frame has none. */
  long offset() {
    return numberAt(lastIndexOf(OFFSET), OFFSET);
  }

  /** Of a frame with an offset. */
  String epoch() {
    return textAt(lastIndexOf(EPOCH) + EPOCH.length);
  }

  /** Of a frame with an offset. */
  String stream() {
    return textAt(lastIndexOf(STREAM) + STREAM.length);
  }

  /** The number of the publication, or -1 if this frame is none. */
  long sequence() {
    return number(SEQUENCE);
  }

  /** When the publication was to be sent, on this process's nanosecond clock. */
  long at() {
    return number(AT);
  }

  ByteBuffer payload() {
    return ByteBuffer.wrap(buffer, start, end - start);
  }

  String text() {
    return new String(buffer, start, end - start, java.nio.charset.StandardCharsets.UTF_8);
  }

  private boolean startsWith(byte[] word) {
    return opcode == TEXT && end - start >= word.length && matches(word, start);
  }

  private long number(byte[] name) {
    return numberAt(indexOf(name), name);
  }

  private long numberAt(int found, byte[] name) {
    if (found < 0) {
      return -1;
    }
    long value = 0;
    for (int i = found + name.length; i < end && buffer[i] >= '0' && buffer[i] <= '9'; i++) {
      value = value * 10 + (buffer[i] - '0');
    }
    return value;
  }

  private int indexOf(byte[] word) {
    for (int i = start; i <= end - word.length; i++) {
      if (matches(word, i)) {
        return i;
      }
    }
    return -1;
  }

  private int lastIndexOf(byte[] word) {
    for (int i = end - word.length; i >= start; i--) {
      if (matches(word, i)) {
        return i;
      }
    }
    return -1;
  }

  private String textAt(int from) {
    int to = from;
    while (buffer[to] != '"') {
      to++;
    }
    return new String(buffer, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
  }

  private boolean matches(byte[] word, int at) {
    for (int i = 0; i < word.length; i++) {
      if (buffer[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
