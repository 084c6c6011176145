package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Tests of the extended protocol. */
abstract class ExtendedTest extends CableTest {

  static final String EXTENDED = "actioncable-v1-ext-json";

  CableClients.Handshake extended(String query) {
    return cables.at("/cable" + query).offering(EXTENDED);
  }

  /** Somebody of this id, in the extended protocol. */
  CableClient user(String test, String id) {
    return extended("?test=" + test + "&user_id=" + id).open();
  }

  /** The next frame must answer a request for history. */
  static void history(CableClient client, String identifier, String answer) {
    assertThat(client.expect(answer).getString("identifier")).isEqualTo(identifier);
  }

  /** The next frame must tell this of presence. */
  static void presence(CableClient client, String identifier, JsonObject news) {
    JsonObject frame = client.expect("presence");
    assertThat(frame.getString("identifier")).isEqualTo(identifier);
    assertThat(frame.getJsonObject("message")).isEqualTo(news);
  }

  static JsonObject joined(String id, JsonValue info) {
    return object("type", "join", "id", id, "info", info);
  }

  static JsonObject left(String id) {
    return object("type", "leave", "id", id);
  }
}
