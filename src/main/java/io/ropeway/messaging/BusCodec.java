package io.ropeway.messaging;

import io.ropeway.broadcast.BusMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes as bytes. The first byte is the version; each message has its length before it, so that
 * a node of an older release skips the kinds, and in known kinds the trailing fields, of a newer
 * one.
 */
final class BusCodec {

  private static final int VERSION = 1;

  private static final int LOGGED = 1;
  private static final int PASSING = 2;
  private static final int REPLACED = 3;
  private static final int SUSPECTED = 4;
  private static final int EXAMINED = 5;

  private BusCodec() {}

  static byte[] encode(Envelope envelope) {
    WireWriter out = new WireWriter();
    out.writeByte(VERSION);
    out.writeNumber(envelope.incarnation());
    out.writeNumber(envelope.first());
    out.writeNumber(envelope.messages().size());
    for (BusMessage message : envelope.messages()) {
      WireWriter part = new WireWriter();
      write(part, message);
      out.writePart(part);
    }
    return out.toBytes();
  }

  /**
   * Reads an envelope.
   *
   * @return empty if its version is another
   * @throws IllegalArgumentException if it is none
   */
  static Optional<Envelope> decode(byte[] bytes) {
    WireReader in = new WireReader(bytes);
    if (in.readByte() != VERSION) {
      return Optional.empty();
    }
    long incarnation = in.readNumber();
    long first = in.readNumber();
    int count = in.readCount();
    List<BusMessage> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      messages.add(read(in.readPart()));
    }
    return Optional.of(new Envelope(incarnation, first, messages));
  }

  private static void write(WireWriter out, @Nullable BusMessage message) {
    if (message instanceof BusMessage.Logged logged) {
      out.writeByte(LOGGED);
      EventCodec.write(out, logged.event());
    } else if (message instanceof BusMessage.Passing passing) {
      out.writeByte(PASSING);
      EventCodec.write(out, passing.event());
    } else if (message instanceof BusMessage.Replaced replaced) {
      out.writeByte(REPLACED);
      out.writeText(replaced.sessionId());
    } else if (message instanceof BusMessage.Suspected suspected) {
      out.writeByte(SUSPECTED);
      out.writeText(suspected.sessionId());
    } else if (message instanceof BusMessage.Examined examined) {
      out.writeByte(EXAMINED);
      out.writeText(examined.sessionId());
    }
  }

  private static @Nullable BusMessage read(WireReader in) {
    return switch (in.readByte()) {
      case LOGGED -> new BusMessage.Logged(EventCodec.readLogEvent(in));
      case PASSING -> new BusMessage.Passing(EventCodec.readEvent(in));
      case REPLACED -> new BusMessage.Replaced(in.readText());
      case SUSPECTED -> new BusMessage.Suspected(in.readText());
      case EXAMINED -> new BusMessage.Examined(in.readText());
      default -> null;
    };
  }
}
