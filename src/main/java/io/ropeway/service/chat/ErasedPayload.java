package io.ropeway.service.chat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/**
 * What is left of an event in the log when the one is erased who said it or whom it tells of: what
 * happened, and where, by nobody.
 */
final class ErasedPayload {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private ErasedPayload() {}

  /** The new payload for an event of this name; {@code null} as JSON for one that is not ours. */
  static String of(String name, String payload, PersonView nobody) {
    if (!name.startsWith("message.") && !name.startsWith("member.")) {
      return "null";
    }
    try (JsonReader reader = READERS.createReader(new StringReader(payload))) {
      JsonObject event = reader.readObject();
      JsonObjectBuilder data = JSON.createObjectBuilder(event.getJsonObject("data"));
      if (event.getJsonObject("data").containsKey("sender")) {
        data.add("sender", person(nobody))
            .add("text", "")
            .add("clientMessageId", JsonValue.NULL)
            .add("deleted", true);
      } else {
        data.add("user", person(nobody));
      }
      return JSON.createObjectBuilder(event).add("data", data).build().toString();
    }
  }

  private static JsonObjectBuilder person(PersonView nobody) {
    return JSON.createObjectBuilder().add("id", nobody.id()).add("name", nobody.name());
  }
}
