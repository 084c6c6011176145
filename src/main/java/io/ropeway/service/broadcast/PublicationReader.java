package io.ropeway.service.broadcast;

import io.ropeway.broadcast.Event;
import io.ropeway.protocol.JsonText;
import io.ropeway.service.Refusal;
import io.ropeway.service.broadcast.Publication.Disconnect;
import io.ropeway.service.broadcast.Publication.Publish;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads the body of AnyCable 1.6's HTTP broadcasts: one publication or an array of them, each an
 * event ({@code stream}, {@code data}, {@code meta}) or a remote command ({@code command}, {@code
 * payload}).
 */
final class PublicationReader {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final int depth;

  /**
   * @param depth how deep JSON may nest
   */
  PublicationReader(int depth) {
    this.depth = depth;
  }

  /**
   * Reads a body.
   *
   * @throws Refusal INVALID if any part of it cannot be read; then none of it counts
   */
  List<Publication> read(String body) {
    JsonValue value = parse(body).orElseThrow(() -> Refusal.invalid("The body is no JSON."));
    if (value instanceof JsonArray batch) {
      return batch.stream().map(this::publication).toList();
    }
    return List.of(publication(value));
  }

  private Publication publication(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      throw Refusal.invalid("A publication is a JSON object.");
    }
    return object.containsKey("command") ? command(object) : event(object);
  }

  private Publication event(JsonObject object) {
    String stream = text(object, "stream");
    if (stream.isEmpty() || !object.containsKey("data")) {
      throw Refusal.invalid("A publication needs a stream and data.");
    }
    Event event = new Event(stream, payload(object.get("data")));
    JsonValue meta = object.get("meta");
    if (meta == null || meta.equals(JsonValue.NULL)) {
      return new Publish(event);
    }
    if (!(meta instanceof JsonObject options)) {
      throw Refusal.invalid("The meta of a publication is an object.");
    }
    String excluded = text(options, "exclude_socket");
    Event addressed = excluded.isEmpty() ? event : event.excluding(excluded);
    return new Publish(isTransient(options) ? addressed.asTransient() : addressed);
  }

  /** Whether it shall leave no trace in the log of a durable stream. */
  private static boolean isTransient(JsonObject options) {
    JsonValue value = options.getOrDefault("transient", JsonValue.FALSE);
    if (!value.equals(JsonValue.TRUE) && !value.equals(JsonValue.FALSE)) {
      throw Refusal.invalid("The transient of a publication is true or false.");
    }
    return value.equals(JsonValue.TRUE);
  }

  /** A string holds the JSON to send, or else is itself what is sent; once, never twice over. */
  private String payload(JsonValue data) {
    if (data instanceof JsonString text) {
      return parse(text.getString()).orElse(text).toString();
    }
    return data.toString();
  }

  private Publication command(JsonObject object) {
    if (!text(object, "command").equals("disconnect")) {
      throw Refusal.invalid("The only command is disconnect.");
    }
    if (!(object.get("payload") instanceof JsonObject payload)) {
      throw Refusal.invalid("A command needs a payload.");
    }
    JsonValue identifiers = parse(text(payload, "identifier")).orElse(JsonValue.NULL);
    if (!(identifiers instanceof JsonObject named) || named.isEmpty()) {
      throw Refusal.invalid("A disconnect names connection identifiers, as JSON text.");
    }
    Map<String, String> values = new LinkedHashMap<>();
    named.forEach(
        (name, value) ->
            values.put(
                name, value instanceof JsonString text ? text.getString() : value.toString()));
    return new Disconnect(values, payload.getBoolean("reconnect", true));
  }

  /** The text of a key, empty where there is none. */
  private static String text(JsonObject object, String key) {
    JsonValue value = object.get(key);
    if (value == null || value.equals(JsonValue.NULL)) {
      return "";
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw Refusal.invalid("The " + key + " of a publication is a string.");
  }

  private Optional<JsonValue> parse(String text) {
    if (JsonText.isDeeperThan(text, depth)) {
      throw Refusal.invalid("JSON nests deeper than ropeway.limits.json-depth.");
    }
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      return parser.hasNext() ? Optional.empty() : Optional.of(value);
    } catch (JsonException
        | IllegalStateException
        | NoSuchElementException
        | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
