package io.ropeway.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** What an application's back end says to the server from outside, by {@code POST /_broadcast}. */
public final class Backend {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int ACCEPTED = 201;

  private final Supplier<URI> server;
  private final String key;

  public Backend(Supplier<URI> server, String key) {
    this.server = server;
    this.key = key;
  }

  /** Publishes a text, a number, or JSON; see {@link Frames#value}. */
  public void broadcast(String stream, Object message) {
    post(Frames.object("stream", stream, "data", Frames.value(message).toString()));
  }

  /** Closes all connections with these connection identifiers. */
  public void disconnect(JsonObject identifiers, boolean reconnect) {
    post(
        Frames.object(
            "command",
            "disconnect",
            "payload",
            Frames.object("identifier", identifiers.toString(), "reconnect", reconnect)));
  }

  private void post(JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.get().resolve("/_broadcast"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(ACCEPTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }
}
