package io.ropeway.channel;

import org.jspecify.annotations.Nullable;

/** Data from a client does not fit the record that it is meant for. */
final class InvalidDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidDataException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
