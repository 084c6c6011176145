package io.ropeway.it.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.function.Predicate;

/** The words of the wire, as clients write and read them. */
public final class Frames {

  private Frames() {}

  /** A subscription identifier: the channel, and then pairs of keys and values. */
  public static String identifier(String channel, Object... params) {
    return joined(params, "channel", channel).toString();
  }

  /** The identifier of a fixture channel of the public suite. */
  public static String suite(String channel, Object... params) {
    return identifier("Anyt::TestChannels::" + channel, params);
  }

  public static String subscribe(String identifier) {
    return object("command", "subscribe", "identifier", identifier).toString();
  }

  public static String unsubscribe(String identifier) {
    return object("command", "unsubscribe", "identifier", identifier).toString();
  }

  /** A command with more than an identifier, as pairs of keys and values. */
  public static String command(String command, String identifier, Object... more) {
    return joined(more, "command", command, "identifier", identifier).toString();
  }

  /** An action with its data as pairs of keys and values. */
  public static String perform(String identifier, String action, Object... data) {
    String text = joined(data, "action", action).toString();
    return object("command", "message", "identifier", identifier, "data", text).toString();
  }

  /** Asks for what came after a frame of a durable stream. */
  public static String history(String identifier, JsonObject seen) {
    JsonObject position = object("offset", seen.getInt("offset"), "epoch", seen.getString("epoch"));
    JsonObject streams = object(seen.getString("stream_id"), position);
    return command("history", identifier, "history", object("streams", streams));
  }

  /** An object of pairs of keys and values. */
  public static JsonObject object(Object... pairs) {
    return joined(pairs);
  }

  private static JsonObject joined(Object[] last, Object... first) {
    JsonObjectBuilder builder = Json.createObjectBuilder();
    for (Object[] pairs : List.of(first, last)) {
      for (int i = 0; i < pairs.length; i += 2) {
        builder.add((String) pairs[i], value(pairs[i + 1]));
      }
    }
    return builder.build();
  }

  /** A Java value as JSON: text, a whole number, a truth, null, or JSON itself. */
  public static JsonValue value(Object value) {
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof String text) {
      return Json.createValue(text);
    }
    if (value instanceof Integer || value instanceof Long) {
      return Json.createValue(((Number) value).longValue());
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value == null) {
      return JsonValue.NULL;
    }
    throw new IllegalArgumentException("No JSON for " + value.getClass());
  }

  public static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** The frame's type; empty for data. */
  public static String type(JsonObject frame) {
    return frame.getString("type", "");
  }

  static Predicate<JsonObject> ofType(String... types) {
    return frame -> List.of(types).contains(type(frame));
  }
}
