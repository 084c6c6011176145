package io.ropeway.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server tells a client, whatever its dialect. */
public sealed interface ServerMessage {

  /**
   * The connection is accepted.
   *
   * @param sessionId names it
   * @param restoredIds the identifiers that go on from a connection before it; null if none was to
   *     be restored
   */
  record Welcome(String sessionId, @Nullable List<String> restoredIds) implements ServerMessage {

    /** A connection of its own. */
    public Welcome(String sessionId) {
      this(sessionId, null);
    }
  }

  /** The regular sign of life, with the time since 1970 in the unit that the client asked for. */
  record Ping(long time) implements ServerMessage {}

  /** The answer to a client's ping. */
  record Pong() implements ServerMessage {}

  /**
   * The subscription is live.
   *
   * @param from where in a durable stream it goes on from; null if it was not asked for one stream
   *     from a position
   */
  record Confirmation(String identifier, @Nullable StreamPosition from) implements ServerMessage {

    /** A subscription without a position. */
    public Confirmation(String identifier) {
      this(identifier, null);
    }
  }

  /** The subscription is refused, or ended by the server. */
  record Rejection(String identifier) implements ServerMessage {}

  /**
   * Data of a subscription.
   *
   * @param payload JSON text, sent as it is
   * @param position where it stands in a durable stream; null if it cannot be told again
   */
  record Data(String identifier, SharedText payload, @Nullable StreamPosition position)
      implements ServerMessage {

    /** Data for nobody else. */
    public Data(String identifier, String payload, @Nullable StreamPosition position) {
      this(identifier, new SharedText(payload), position);
    }

    /** Data that cannot be told again. */
    public Data(String identifier, String payload) {
      this(identifier, payload, null);
    }
  }

  /** All that was asked for has been told again. */
  record ConfirmHistory(String identifier) implements ServerMessage {}

  /** What was asked for cannot be told again in full, and so none of it was. */
  record RejectHistory(String identifier) implements ServerMessage {}

  /**
   * News of who is present.
   *
   * @param payload one of {@link PresenceText}
   */
  record Presence(String identifier, String payload) implements ServerMessage {}

  /** The server is about to close the connection. */
  record Disconnect(@Nullable String reason, boolean reconnect) implements ServerMessage {}
}
