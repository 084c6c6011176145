package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.command;
import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Streams that are followed by their names alone. */
class PubsubIT extends ExtendedTest {

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
