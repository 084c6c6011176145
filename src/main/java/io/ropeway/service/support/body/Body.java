package io.ropeway.service.support.body;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one JSON object, in which what is absent stands as null. */
public final class Body {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

  private final JsonObjectBuilder fields;

  public Body() {
    this.fields = JSON.createObjectBuilder();
  }

  /** Begins with the fields of another object. */
  public Body(JsonObject start) {
    this.fields = JSON.createObjectBuilder(start);
  }

  public Body with(String name, @Nullable String value) {
    return value == null ? with(name, JsonValue.NULL) : with(name, JSON.createValue(value));
  }

  public Body with(String name, long value) {
    return with(name, JSON.createValue(value));
  }

  public Body with(String name, @Nullable Long value) {
    return value == null ? with(name, JsonValue.NULL) : with(name, JSON.createValue(value));
  }

  public Body with(String name, boolean value) {
    return with(name, value ? JsonValue.TRUE : JsonValue.FALSE);
  }

  public Body with(String name, @Nullable JsonValue value) {
    fields.add(name, value == null ? JsonValue.NULL : value);
    return this;
  }

  /** The same with a field that stands there only if there is something in it. */
  public Body withIf(String name, @Nullable JsonValue value) {
    if (value != null) {
      fields.add(name, value);
    }
    return this;
  }

  /** A field whose value is a JSON object as text. */
  public Body withObject(String name, String json) {
    return with(name, object(json));
  }

  public JsonObject build() {
    return fields.build();
  }

  /** Reads what was stored as a JSON object. */
  public static JsonObject object(String json) {
    if (json.equals("{}")) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
