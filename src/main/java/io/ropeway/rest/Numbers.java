package io.ropeway.rest;

import io.ropeway.service.Refusal;
import org.jspecify.annotations.Nullable;

/** Numbers in addresses. */
final class Numbers {

  private Numbers() {}

  /**
   * The number of a parameter, or null if it is not given.
   *
   * @throws Refusal INVALID if it is none
   */
  static @Nullable Long parse(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw Refusal.invalid(name + " is a whole number.");
    }
  }

  /** The nearest number that is not negative and an int. */
  static int clamp(long value) {
    return (int) Math.max(0, Math.min(value, Integer.MAX_VALUE));
  }
}
