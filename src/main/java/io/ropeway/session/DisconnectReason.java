package io.ropeway.session;

import org.jspecify.annotations.Nullable;

/**
 * Every way in which the server ends a connection: the reason that the client is told, the
 * WebSocket close code, and whether the client should come back.
 *
 * <p>The first group are words that Action Cable and AnyCable clients know; the second are ours.
 */
public enum DisconnectReason {
  /** The credential is wrong, revoked, or missing where one is needed. */
  UNAUTHORIZED("unauthorized", 1000, false),
  /** The credential's time is over; clients that can refresh it do so on this word. */
  TOKEN_EXPIRED("token_expired", 1000, false),
  /** This node is going away; others, or its successor, will serve. */
  SERVER_RESTART("server_restart", 1012, true),
  /** Somebody asked for all connections of this identity to be closed. */
  REMOTE("remote", 1000, true),
  /** The client does not read as fast as it is sent to. */
  TOO_SLOW("too_slow", 1000, true),
  /** Pings were not answered. */
  NO_PONG("no_pong", 1000, true),
  /** None of the offered subprotocols is spoken here. */
  UNSUPPORTED_PROTOCOL(null, 1000, false),

  /** Commands came faster than the limit for longer than the burst. */
  RATE_LIMITED("rate_limited", 1008, true),
  /** Too many frames could not be read. */
  TOO_MANY_BAD_FRAMES("too_many_bad_frames", 1008, false),
  /** This identity has as many connections as it may. */
  TOO_MANY_CONNECTIONS("too_many_connections", 1008, true),
  /** Who the client speaks for may follow other streams than before, which it finds coming back. */
  RIGHTS_CHANGED("rights_changed", 1012, true),
  /** What the client missed cannot be told any more, and its dialect has no words for that. */
  HISTORY_LOST("history_lost", 1000, true),
  /** What was restored stays silent until its client asks for history, which it did not. */
  HISTORY_NOT_ASKED("history_not_asked", 1000, true),
  /** What is needed to serve this client is away just now. */
  UNAVAILABLE("unavailable", 1013, true),
  /** A handler of this session does not come back. */
  STUCK("handler_timeout", 1011, true);

  private final @Nullable String word;
  private final int code;
  private final boolean reconnect;

  DisconnectReason(@Nullable String word, int code, boolean reconnect) {
    this.word = word;
    this.code = code;
    this.reconnect = reconnect;
  }

  /** The word on the wire; null where the client is told nothing before the close. */
  public @Nullable String word() {
    return word;
  }

  /** The WebSocket close code. */
  public int code() {
    return code;
  }

  /** Whether what waits for the client is dropped, for it is too much or not for it any more. */
  boolean dropsWaiting() {
    return this == TOO_SLOW || this == RIGHTS_CHANGED;
  }

  /** Whether the client should connect again. */
  public boolean reconnect() {
    return reconnect;
  }
}
