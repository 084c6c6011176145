package io.ropeway.rest.support;

import io.ropeway.service.Refusal;
import io.ropeway.service.support.Draft;
import io.ropeway.service.support.StoredFile;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;

/** What somebody wants to say, as clients send it. */
final class Drafts {

  private static final JsonProvider JSON = JsonProvider.provider();

  private Drafts() {}

  /** An agent's: also notes, answers to other messages, and what a contact has said elsewhere. */
  static Draft ofAgent(Fields body, List<StoredFile> files) {
    return new Draft(
        body.text("content").orElse(null),
        body.isSet("private"),
        Queries.text(body.text("echo_id").orElse(null)),
        body.text("content_type").orElse("text"),
        attributes(body),
        body.text("message_type").filter("incoming"::equals).isPresent(),
        files);
  }

  /** A contact's. */
  static Draft ofContact(Fields body, List<StoredFile> files) {
    return new Draft(
        body.text("content").orElse(null),
        false,
        Queries.text(body.text("echo_id").orElse(null)),
        "text",
        body.has("content_attributes") ? attributes(body) : "{}",
        false,
        files);
  }

  /** An object, which forms send as text. */
  private static String attributes(Fields body) {
    return body.object("content_attributes")
        .map(JsonObject::toString)
        .or(() -> body.text("content_attributes").filter(text -> !text.isBlank()).map(Drafts::json))
        .orElse("{}");
  }

  private static String json(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject().toString();
    } catch (JsonException e) {
      throw new Refusal(Refusal.Reason.INVALID, "content_attributes is a JSON object.");
    }
  }
}
