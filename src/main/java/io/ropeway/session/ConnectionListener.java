package io.ropeway.session;

/**
 * What a transport tells of its connection. Calls for one connection come one after another, except
 * {@link #sent()}, which may come from any thread at any time. The callee returns at once.
 */
public interface ConnectionListener {

  /** A whole text message has arrived. */
  void text(String message);

  /** A binary message has arrived; its content is not kept. */
  void binary();

  /** A WebSocket pong has arrived. */
  void pong();

  /** The frame for which {@link Connection#send} returned false has been handed over. */
  void sent();

  /**
   * The connection is gone. Called once; nothing follows.
   *
   * @param code the close code, 1006 without one
   */
  void closed(int code);
}
