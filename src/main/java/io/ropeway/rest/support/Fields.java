package io.ropeway.rest.support;

import io.ropeway.service.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a body. Clients send numbers as texts, leave fields out or send null for nothing,
 * and send fields that nobody knows; all of that is taken as it was meant.
 */
@Schema(type = SchemaType.OBJECT)
public final class Fields {

  private final JsonObject values;

  public Fields(JsonObject values) {
    this.values = values;
  }

  /** Whether the field was sent, if only as null. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text or a number; empty if there is none. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Fields::text);
  }

  /**
   * A text that must be there.
   *
   * @throws Refusal INVALID if it is not
   */
  String requiredText(String name) {
    return text(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> Refusal.invalid(name + " is missing."));
  }

  /** A whole number, also as a text; null if there is none. */
  @Nullable Long number(String name) {
    return text(name).filter(text -> !text.isBlank()).map(text -> number(name, text)).orElse(null);
  }

  /**
   * A whole number that must be there.
   *
   * @throws Refusal INVALID if it is not
   */
  long requiredNumber(String name) {
    return Optional.ofNullable(number(name))
        .orElseThrow(() -> Refusal.invalid(name + " is missing."));
  }

  /** An id; null for nobody, which is also said by 0. */
  @Nullable Long idOrNobody(String name) {
    Long id = number(name);
    return id == null || id == 0 ? null : id;
  }

  /** Whether the field says yes; null if it says nothing. */
  @Nullable Boolean flag(String name) {
    return text(name).filter(text -> !text.isBlank()).map(Fields::isYes).orElse(null);
  }

  /** Whether the field says yes. */
  boolean isSet(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  /** The fields of an object within; none if there is no such object. */
  Fields within(String name) {
    return new Fields(object(name).orElse(JsonValue.EMPTY_JSON_OBJECT));
  }

  /** An object as it was sent. */
  Optional<JsonObject> object(String name) {
    return values.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /** An object or a list as JSON text. */
  Optional<String> structure(String name) {
    return values.get(name) instanceof JsonStructure structure
        ? Optional.of(structure.toString())
        : Optional.empty();
  }

  /** The objects of a list. */
  List<Fields> all(String name) {
    return list(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(value -> new Fields(value.asJsonObject()))
        .toList();
  }

  /** The texts of a list. */
  List<String> texts(String name) {
    return list(name).stream().map(Fields::text).filter(text -> text != null).toList();
  }

  /**
   * The whole numbers of a list.
   *
   * @throws Refusal INVALID if one is none
   */
  List<Long> numbers(String name) {
    return texts(name).stream().map(text -> number(name, text)).toList();
  }

  private List<JsonValue> list(String name) {
    return values.get(name) instanceof JsonArray array ? array : List.of();
  }

  private static @Nullable String text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value.toString();
    }
    return null;
  }

  private static boolean isYes(String text) {
    return text.equalsIgnoreCase("true") || text.equals("1");
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new Refusal(Refusal.Reason.INVALID, name + " is a whole number.");
    }
  }
}
