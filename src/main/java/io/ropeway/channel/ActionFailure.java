package io.ropeway.channel;

import jakarta.json.JsonObject;

/**
 * Why an action was not done.
 *
 * @param kind what sort of failure it is
 * @param action the action's name
 * @param data what the client sent
 * @param sentence says why, in words that may be shown to the client
 */
public record ActionFailure(Kind kind, String action, JsonObject data, String sentence) {

  /** The sorts of failure. */
  public enum Kind {
    /** The channel has no such action. */
    UNKNOWN,
    /** The data cannot be bound to the action's record, or breaks one of its constraints. */
    INVALID,
    /** The application refused, for a reason that the client may know. */
    REFUSED,
    /** The time limit passed. */
    TIMEOUT,
    /** An unexpected exception; the log has it. */
    ERROR
  }
}
