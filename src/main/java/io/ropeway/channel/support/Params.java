package io.ropeway.channel.support;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads what clients send as numbers or as texts, as it comes. */
final class Params {

  private Params() {}

  /** A text; empty if there is none. */
  static String text(JsonObject from, String name) {
    return from.get(name) instanceof JsonString text ? text.getString() : "";
  }

  /** Whether there is nothing, or nothing but blanks. */
  static boolean isBlank(JsonObject from, String name) {
    JsonValue value = from.get(name);
    return value == null
        || value == JsonValue.NULL
        || value instanceof JsonString text && text.getString().isBlank();
  }

  /** A whole number; null if there is none. */
  static @Nullable Long number(JsonObject from, String name) {
    JsonValue value = from.get(name);
    try {
      if (value instanceof JsonNumber number) {
        return number.longValueExact();
      }
      return value instanceof JsonString text ? Long.valueOf(text.getString().strip()) : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /** Whether it says yes. */
  static boolean isSet(JsonObject from, String name) {
    JsonValue value = from.get(name);
    return value == JsonValue.TRUE
        || value instanceof JsonString text
            && (text.getString().equals("true") || text.getString().equals("on"));
  }
}
