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

  /**
   * A WebSocket pong has arrived. A client may answer the latest of several pings alone (RFC 6455,
   * 5.5.3), so it answers all pings of lower numbers too.
   *
   * @param number that of the ping, -1 if the pong has none
   */
  void pong(int number);

  /** The frame for which {@link Connection#send} returned false has been handed over. */
  void sent();

  /**
   * The connection is gone. Called once; nothing follows.
   *
   * @param code the close code, 1006 without one
   */
  void closed(int code);
}
