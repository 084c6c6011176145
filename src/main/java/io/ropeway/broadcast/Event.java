package io.ropeway.broadcast;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a stream.
 *
 * @param stream the stream's name
 * @param payload JSON text, serialised once and sent on as it is
 * @param exclude the session that does not hear it, or null
 */
public record Event(String stream, String payload, @Nullable String exclude) {

  /** An event for every follower. */
  public Event(String stream, String payload) {
    this(stream, payload, null);
  }

  /** The same event, unheard by one session. */
  public Event excluding(@Nullable String sessionId) {
    return new Event(stream, payload, sessionId);
  }
}
