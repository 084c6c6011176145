package io.ropeway.protocol;

/**
 * A client sent what cannot be read as a frame of its dialect. Expected from outside: it carries no
 * stack trace and never quotes the frame, which may hold secrets.
 */
public final class MalformedFrameException extends Exception {

  private static final long serialVersionUID = 1L;

  public MalformedFrameException(String message) {
    super(message, null, false, false);
  }
}
