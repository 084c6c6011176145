package io.ropeway.channel;

import org.jspecify.annotations.Nullable;

/** A handler took longer than it may. */
final class HandlerTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HandlerTimeoutException(@Nullable Throwable cause) {
    super("A handler took longer than its time limit", cause);
  }
}
