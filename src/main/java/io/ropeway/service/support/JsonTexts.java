package io.ropeway.service.support;

import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.Body;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** JSON objects that are kept as text. */
final class JsonTexts {

  private static final JsonProvider JSON = JsonProvider.provider();

  private JsonTexts() {}

  /** The object with a field; null takes the field away. */
  static String with(String object, String field, @Nullable String value) {
    JsonObjectBuilder fields = JSON.createObjectBuilder(Body.object(object));
    return (value == null ? fields.remove(field) : fields.add(field, value)).build().toString();
  }

  /** The first object with the fields of the second, which win. */
  static String merged(String first, String second) {
    JsonObject more = Body.object(second);
    JsonObjectBuilder fields = JSON.createObjectBuilder(Body.object(first));
    more.forEach(fields::add);
    return fields.build().toString();
  }

  /** The object without some fields. */
  static String without(String object, Iterable<String> names) {
    JsonObjectBuilder fields = JSON.createObjectBuilder(Body.object(object));
    names.forEach(fields::remove);
    return fields.build().toString();
  }

  /**
   * The object with what somebody has filled in.
   *
   * @throws Refusal INVALID if that is no JSON
   */
  static String submitted(String object, String values) {
    try (JsonReader reader = JSON.createReader(new StringReader(values))) {
      return JSON.createObjectBuilder(Body.object(object))
          .add("submitted_values", reader.readValue())
          .build()
          .toString();
    } catch (JsonException e) {
      throw Refusal.invalid("submitted_values is no JSON");
    }
  }
}
