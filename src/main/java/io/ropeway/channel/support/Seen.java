package io.ropeway.channel.support;

import io.ropeway.service.support.body.Body;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;

/** An event of the desk, as a channel that shows some of them looks at it. */
record Seen(String event, JsonObject data) {

  static Seen of(String payload) {
    JsonObject object = Body.object(payload);
    return new Seen(
        object.getString("event", ""),
        object.get("data") instanceof JsonObject data ? data : JsonObject.EMPTY_JSON_OBJECT);
  }

  /** A whole number of the data; 0 if there is none. */
  long number(String name) {
    return data.get(name) instanceof JsonNumber number ? number.longValue() : 0;
  }

  /** What a client is told, under a name of the channel's own. */
  JsonObject as(String name, JsonObject told) {
    return new Body()
        .with("event", name)
        .with("data", told)
        .with("timestamp", Instant.now().getEpochSecond())
        .build();
  }
}
