package io.ropeway.service.support.event;

import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.Times;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has changed, as pairs of the old and the new. */
final class Changes {

  private static final JsonProvider JSON = JsonProvider.provider();

  private Changes() {}

  static JsonObject body(Map<String, Change> changes) {
    Body body = new Body();
    changes.forEach(
        (field, change) ->
            body.with(
                field,
                JSON.createArrayBuilder()
                    .add(value(change.before()))
                    .add(value(change.after()))
                    .build()));
    return body.build();
  }

  private static JsonValue value(@Nullable Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Integer || value instanceof Long) {
      return JSON.createValue(((Number) value).longValue());
    }
    return JSON.createValue(
        value instanceof Instant time ? String.valueOf(Times.iso(time)) : value.toString());
  }
}
