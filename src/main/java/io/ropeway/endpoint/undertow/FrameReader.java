package io.ropeway.endpoint.undertow;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of one client apart, however they were cut, into whole messages and control
 * frames. Between frames it holds no buffer, so an idle connection costs a few words. Not
 * thread-safe: one I/O thread reads a connection.
 */
final class FrameReader {
  private final int maxMessageBytes;
  private @Nullable ByteBuffer partialHeader;
  private @Nullable FrameHeader header;
  private int taken;
  private @Nullable Payload control;
  private @Nullable Opcode messageOpcode;
  private @Nullable Payload message;

  /**
   * @param maxMessageBytes largest message, all its fragments together
   */
  FrameReader(int maxMessageBytes) {
    this.maxMessageBytes = maxMessageBytes;
  }

  /**
   * The next message or control frame, or null when the input ends before it does.
   *
   * @param input read as far as needed; what is left belongs to the next call
   * @throws ViolationException when the connection must fail; the reader is of no use afterwards
   */
  @Nullable Frame next(ByteBuffer input) throws ViolationException {
    while (true) {
      FrameHeader current = header;
      if (current == null) {
        current = readHeader(input);
        if (current == null) {
          return null;
        }
        check(current);
        header = current;
        taken = 0;
      }
      Payload payload = take(current, input);
      if (taken < current.length()) {
        return null;
      }
      header = null;
      control = null;
      if (current.opcode().isControl()) {
        return new Frame(current.opcode(), payload.bytes());
      }
      if (current.last()) {
        return endMessage(payload);
      }
    }
  }

  private @Nullable FrameHeader readHeader(ByteBuffer input) throws ViolationException {
    ByteBuffer partial = partialHeader;
    if (partial == null) {
      FrameHeader parsed = FrameHeader.parse(input);
      if (parsed == null && input.hasRemaining()) {
        partialHeader = ByteBuffer.allocate(FrameHeader.MAX_BYTES).put(input);
      }
      return parsed;
    }
    while (input.hasRemaining()) {
      partial.put(input.get());
      FrameHeader parsed = FrameHeader.parse(partial.duplicate().flip());
      if (parsed != null) {
        partialHeader = null;
        return parsed;
      }
    }
    return null;
  }

  private void check(FrameHeader next) throws ViolationException {
    if (next.opcode().isControl()) {
      return;
    }
    boolean continues = next.opcode() == Opcode.CONTINUATION;
    if (continues == (messageOpcode == null)) {
      throw ViolationException.protocolError(
          continues ? "Continuation without a message" : "Message inside a fragmented message");
    }
    int before = message == null ? 0 : message.size();
    if (next.length() > maxMessageBytes - before) {
      throw ViolationException.tooBig(maxMessageBytes);
    }
    if (!continues) {
      messageOpcode = next.opcode();
    }
  }

  private Payload take(FrameHeader current, ByteBuffer input) {
    int count = (int) Math.min(current.length() - taken, input.remaining());
    Payload payload = payloadFor(current, count);
    payload.append(input, count, current.mask(), taken);
    taken += count;
    return payload;
  }

  private Payload payloadFor(FrameHeader current, int count) {
    Payload payload = current.opcode().isControl() ? control : message;
    if (payload == null) {
      payload = new Payload(count);
      if (current.opcode().isControl()) {
        control = payload;
      } else {
        message = payload;
      }
    }
    return payload;
  }

  private Frame endMessage(Payload payload) {
    Opcode opcode = messageOpcode == null ? Opcode.TEXT : messageOpcode;
    messageOpcode = null;
    message = null;
    return new Frame(opcode, payload.bytes());
  }
}
