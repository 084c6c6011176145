package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.command;
import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static io.ropeway.it.client.Frames.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Streams that are followed by their names alone. */
class PubsubIT extends ExtendedTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String name = UUID.randomUUID().toString();

  @Test
  void areFollowedByAPublicNameAndKept() {
    String stream = "public/" + name;
    String channel = identifier("$pubsub", "stream_name", stream);
    CableClient client = extended("").open().subscribe(channel);
    CableClient other = extended("").open().subscribe(channel);

    backend.broadcast(stream, 1);

    JsonObject heard = client.next();
    assertThat(heard.getInt("message")).isEqualTo(1);
    assertThat(heard.getString("stream_id")).isEqualTo(stream);
    other.hears(channel, 1);
    client.send(command("whisper", channel, "data", 2));
    other.hears(channel, 2);
    client.send(command("join", channel, "presence", object("id", name)));
    presence(client, channel, object("type", "join", "id", name));
    presence(other, channel, object("type", "join", "id", name));
  }

  @Test
  void areFollowedByANameThatTheBackEndSigned() {
    String stream = "signed/" + name;
    String signed = Backend.signed(stream, Backend.PUBSUB_SECRET);
    for (String channel :
        new String[] {
          identifier("$pubsub", "signed_stream_name", signed),
          identifier("Turbo::StreamsChannel", "signed_stream_name", signed),
          identifier("CableReady::Stream", "identifier", signed)
        }) {
      CableClient client = extended("").open().subscribe(channel);
      backend.broadcast(stream, channel);
      client.hears(channel, channel);
      client.send(command("whisper", channel, "data", 1)); // needs a setting
      client.silent();
      client.close();
    }
  }

  @Test
  void tellOtherProgramsWhoIsPresentInThem() throws Exception {
    String channel = identifier("$pubsub", "stream_name", "public/" + name);
    CableClient client = extended("").open().subscribe(channel);
    client.send(command("join", channel, "presence", object("id", name, "info", 7)));
    presence(client, channel, joined(name, value(7)));
    String path = "/api/presence/public/" + name + "/users";

    assertThat(ask(path, "demo").body())
        .isEqualTo(
            "{\"type\":\"info\",\"total\":1,\"records\":[{\"id\":\"" + name + "\",\"info\":7}]}");
    assertThat(ask(path + "?return_records=false", "demo").body())
        .isEqualTo("{\"type\":\"info\",\"total\":1}");
    assertThat(ask(path, "wrong").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> ask(String path, String key) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server().resolve(path))
            .header("Authorization", "Bearer " + key)
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void areRefusedByAnyOtherName() {
    CableClient client = extended("").open();
    for (String channel :
        new String[] {
          identifier("$pubsub"),
          identifier("$pubsub", "stream_name", "signed/" + name),
          identifier("$pubsub", "stream_name", "a"),
          identifier("$pubsub", "stream_name", 7),
          identifier("$pubsub", "signed_stream_name", "public/" + name),
          identifier("$pubsub", "signed_stream_name", Backend.signed("signed/" + name, "other")),
          identifier(
              "$pubsub", "signed_stream_name", Backend.signed("room:1", Backend.PUBSUB_SECRET)),
          identifier(
              "$pubsub", "signed_stream_name", Backend.signed("$control", Backend.PUBSUB_SECRET)),
          identifier("Turbo::StreamsChannel", "stream_name", "public/" + name)
        }) {
      client.send(subscribe(channel)).rejected(channel);
    }
  }
}
