package io.ropeway.channel;

import io.ropeway.service.Refusal;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an action was not done.
 *
 * @param kind what sort of failure it is
 * @param action the action's name
 * @param data what the client sent
 * @param sentence says why, in words that may be shown to the client
 * @param retryAfter when to try again, where that is known
 */
public record ActionFailure(
    Kind kind, String action, JsonObject data, String sentence, @Nullable Duration retryAfter) {

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

  /** The application refused. */
  ActionFailure(Refusal refusal, String action, JsonObject data) {
    this(Kind.REFUSED, action, data, refusal.getMessage(), refusal.retryAfter().orElse(null));
  }
}
