package io.ropeway.rest.support;

import io.ropeway.service.support.Draft;
import io.ropeway.service.support.StoredFile;
import io.ropeway.service.support.WidgetDesk;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor says, as widgets send it: in {@code message}, or in a form's fields {@code
 * message[content]} and so on.
 */
record WidgetMessage(Fields body) {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int ADDRESS_CHARACTERS = 2_000;

  /** The message. */
  Draft draft(List<StoredFile> files) {
    Long answered = text("reply_to").map(Queries::number).orElse(null);
    return new Draft(
        text("content").orElse(null),
        false,
        text("echo_id").filter(name -> !name.isBlank()).orElse(null),
        "text",
        answered == null
            ? "{}"
            : JSON.createObjectBuilder().add("in_reply_to", answered).build().toString(),
        false,
        files);
  }

  /** The message; null if nothing is said. */
  @Nullable Draft first() {
    return text("content").filter(content -> !content.isBlank()).isPresent()
        ? draft(List.of())
        : null;
  }

  /** The page that the visitor is on, and what the body says of the conversation. */
  WidgetDesk.Start start() {
    JsonObjectBuilder additional = JSON.createObjectBuilder();
    text("referer_url")
        .filter(url -> url.length() <= ADDRESS_CHARACTERS)
        .ifPresent(url -> additional.add("referer", url));
    text("timestamp")
        .filter(time -> time.length() <= ADDRESS_CHARACTERS)
        .ifPresent(
            time ->
                additional.add("initiated_at", JSON.createObjectBuilder().add("timestamp", time)));
    return new WidgetDesk.Start(
        additional.build().toString(),
        body.object("custom_attributes").map(JsonObject::toString).orElse(null));
  }

  private Optional<String> text(String name) {
    return body.within("message").text(name).or(() -> body.text("message[" + name + "]"));
  }
}
