package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.Frames;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a contact's program asks of the public API. */
final class ContactSide {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI root;
  private final String base;

  ContactSide(URI root, DeskWorld world) {
    this.root = root;
    this.base =
        "/public/api/v1/inboxes/"
            + world.inboxIdentifier
            + "/contacts/"
            + world.visitor.sourceId()
            + "/conversations";
  }

  /** Begins a conversation; gives its number. */
  long begin() {
    return Frames.parse(post("", "{}")).getJsonNumber("id").longValue();
  }

  /** Says something; gives the message. */
  JsonObject say(long conversation, String text) {
    String body = Frames.object("content", text, "echo_id", "echo-" + text).toString();
    return Frames.parse(post("/" + conversation + "/messages", body));
  }

  /** Types, or no longer does. */
  void type(long conversation, boolean types) {
    post(
        "/" + conversation + "/toggle_typing",
        "{\"typing_status\":\"" + (types ? "on" : "off") + "\"}");
  }

  /** Has read everything. */
  void read(long conversation) {
    post("/" + conversation + "/update_last_seen", "{}");
  }

  private String post(String path, String body) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(root.resolve(base + path))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }
}
