package io.ropeway.session;

import io.ropeway.protocol.EncodedFrame;

/**
 * What carries the frames of one client: a WebSocket of the container, a transport of the server's
 * own, later a long poll; in tests a double.
 *
 * <p>No method blocks, none throws for a connection that is gone. What arrives is told to the
 * {@link ConnectionListener} that was made for this connection.
 */
public interface Connection {

  /**
   * Sends one frame. Called by the {@link Outbox} only, which never sends a second frame before the
   * first is done.
   *
   * @return true if the frame has been handed over; false if that will be told by {@link
   *     ConnectionListener#sent()}, once, from any thread
   */
  boolean send(EncodedFrame frame);

  /**
   * Sends a WebSocket ping behind the frames that have been handed over, and ahead of one that
   * waits, if the transport can. Of several that wait the last one counts.
   *
   * @param number told again by {@link ConnectionListener#pong}; the payload is {@link
   *     ProbeNumber}'s
   */
  void probe(int number);

  /**
   * Starts the closing handshake after what was sent before; the end is told by {@link
   * ConnectionListener#closed(int)}.
   *
   * @param code the close code, RFC 6455 7.4
   * @param reason at most 123 bytes of UTF-8
   */
  void close(int code, String reason);

  /** Drops the connection without a word, for a client that no longer answers. */
  void terminate();
}
