package io.ropeway.broadcast;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.SharedText;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log in memory, with the frame that was made of it last: thousands who missed the
 * same event in the same room mostly need the same frame.
 */
final class CachedEvent {

  private record Rendering(ProtocolCodec codec, String identifier, EncodedFrame frame) {}

  private final LogEvent event;
  private final SharedText payload;
  private volatile @Nullable Rendering last;

  CachedEvent(LogEvent event) {
    this.event = event;
    this.payload = new SharedText(event.payload());
  }

  LogEvent event() {
    return event;
  }

  long offset() {
    return event.offset();
  }

  /** The frame for the subscribers of one identifier in one dialect. */
  EncodedFrame frame(ProtocolCodec codec, String identifier) {
    Rendering known = last;
    if (known != null && known.codec == codec && known.identifier.equals(identifier)) {
      return known.frame;
    }
    EncodedFrame frame =
        codec.encode(new ServerMessage.Data(identifier, payload, event.position()));
    last = new Rendering(codec, identifier, frame);
    return frame;
  }
}
