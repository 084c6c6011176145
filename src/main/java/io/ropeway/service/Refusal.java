package io.ropeway.service;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says no to whoever asked. The message is one sentence that may be shown to any client. Thrown out
 * of a use case it undoes its transaction.
 */
public final class Refusal extends RuntimeException {

  /** Why; each dialect has its own way to say it. */
  public enum Reason {
    /** There is no such thing, or none that the caller may know of. */
    NOT_FOUND,
    /** The caller may see it but not do this to it. */
    FORBIDDEN,
    /** What was sent makes no sense. */
    INVALID,
    /** It does not fit what is there. */
    CONFLICT,
    /** Too often; {@link Refusal#retryAfter} says when again. */
    TOO_MANY,
    /** Cannot be decided or done now, because something that it needs is away. */
    UNAVAILABLE,
    /** The caller did not prove who it is. */
    UNAUTHENTICATED
  }

  private final Reason reason;
  private final @Nullable Duration retryAfter;

  public Refusal(Reason reason, String message) {
    this(reason, message, null, null);
  }

  private Refusal(
      Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** Refuses until some time has passed. */
  public static Refusal tooMany(String message, Duration retryAfter) {
    return new Refusal(Reason.TOO_MANY, message, retryAfter, null);
  }

  /** Refuses because something that the answer needs is away. */
  public static Refusal unavailable(String message, Throwable cause) {
    return new Refusal(Reason.UNAVAILABLE, message, Duration.ofSeconds(2), cause);
  }

  /** Refuses because something that the answer needs is known to be away. */
  public static Refusal unavailable(String message) {
    return new Refusal(Reason.UNAVAILABLE, message, Duration.ofSeconds(2), null);
  }

  public static Refusal notFound(String message) {
    return new Refusal(Reason.NOT_FOUND, message);
  }

  public static Refusal forbidden(String message) {
    return new Refusal(Reason.FORBIDDEN, message);
  }

  public static Refusal invalid(String message) {
    return new Refusal(Reason.INVALID, message);
  }

  public static Refusal conflict(String message) {
    return new Refusal(Reason.CONFLICT, message);
  }

  public static Refusal unauthenticated(String message) {
    return new Refusal(Reason.UNAUTHENTICATED, message);
  }

  public Reason reason() {
    return reason;
  }

  /** When to try again, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
