package io.ropeway.protocol;

import org.jspecify.annotations.Nullable;

/** What the server tells a client, whatever its dialect. */
public sealed interface ServerMessage {

  /** The connection is accepted; {@code sessionId} names it. */
  record Welcome(String sessionId) implements ServerMessage {}

  /** The regular sign of life, with the time in whole seconds since 1970. */
  record Ping(long epochSecond) implements ServerMessage {}

  /** The answer to a client's ping. */
  record Pong() implements ServerMessage {}

  /** The subscription is live. */
  record Confirmation(String identifier) implements ServerMessage {}

  /** The subscription is refused, or ended by the server. */
  record Rejection(String identifier) implements ServerMessage {}

  /** Data of a subscription; {@code payload} is JSON text and is sent as it is. */
  record Data(String identifier, String payload) implements ServerMessage {}

  /** The server is about to close the connection. */
  record Disconnect(@Nullable String reason, boolean reconnect) implements ServerMessage {}
}
