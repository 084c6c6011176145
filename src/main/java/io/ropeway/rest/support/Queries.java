package io.ropeway.rest.support;

import org.jspecify.annotations.Nullable;

/** Values in addresses, taken as they were meant: what cannot be read says nothing. */
final class Queries {

  private Queries() {}

  /** A whole number that is not negative; null if there is none. */
  static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches(DeskPath.ID) ? Long.valueOf(text) : null;
  }

  /** A text; null if it is empty. */
  static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
