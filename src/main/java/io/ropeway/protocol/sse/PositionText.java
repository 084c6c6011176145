package io.ropeway.protocol.sse;

import io.ropeway.protocol.StreamPosition;
import java.util.Optional;

/** A position in a stream, as clients keep it and state it: {@code <epoch>:<offset>}. */
public final class PositionText {

  private PositionText() {}

  static String write(StreamPosition position) {
    return position.epoch() + ":" + position.offset();
  }

  /** Reads a position in a stream; empty if it is none. */
  public static Optional<StreamPosition> read(String stream, String text) {
    int colon = text.lastIndexOf(':');
    try {
      return colon < 1
          ? Optional.empty()
          : Optional.of(
              new StreamPosition(
                  stream,
                  text.substring(0, colon),
                  Long.parseUnsignedLong(text.substring(colon + 1))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
