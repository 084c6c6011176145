package io.ropeway.protocol.sse;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.ProtocolCodec;

/** A dialect whose clients say nothing after their request. */
abstract sealed class OneWayCodec implements ProtocolCodec permits SseCodec, PageCodec {

  /** For messages that the dialect has no word for. */
  static final EncodedFrame NOTHING = new EncodedFrame("");

  @Override
  public final ClientCommand decode(String text) throws MalformedFrameException {
    throw new MalformedFrameException("clients of this dialect say nothing");
  }
}
