package io.ropeway.protocol;

/**
 * Turns the text of one dialect into commands, and messages into its frames.
 *
 * <p>A codec is stateless and shared by all connections that speak its dialect; fan-out encodes
 * once for all subscribers with the same codec and identifier, so two connections with one dialect
 * must have the same instance.
 */
public interface ProtocolCodec {

  /** The name that is negotiated as WebSocket subprotocol. */
  String subprotocol();

  /**
   * Whether all clients of this dialect answer its pings, and say themselves up to where they have
   * a stream, and understand news of presence and that something of a stream is lost; of others
   * only those that have asked for it.
   */
  default boolean isExtended() {
    return false;
  }

  /**
   * Reads one frame.
   *
   * @throws MalformedFrameException if the text is not a frame of this dialect
   */
  ClientCommand decode(String text) throws MalformedFrameException;

  /** Writes one message. */
  EncodedFrame encode(ServerMessage message);
}
