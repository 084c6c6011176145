package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.Frames;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in a channel ends one command and nothing else. */
class FailuresIT extends CableTest {

  private final String failing = identifier("FailingChannel");
  private CableClient client;

  @BeforeEach
  void openAClient() {
    client = cables.open().subscribe(failing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "checkedException", "unwritable"})
  void tellsTheChannelOfAFailure(String action) {
    client.perform(failing, action);
    assertFailed(action, "ERROR");
    client.perform(failing, "fine").hears(failing, "fine");
  }

  @Test
  void checksDataBeforeTheAction() {
    client.perform(failing, "check", "text", "hello").hears(failing, "hello");
    client.perform(failing, "check", "text", "too long");
    assertThat(assertFailed("check", "INVALID")).startsWith("text ");
    client.perform(failing, "check");
    assertFailed("check", "INVALID");
    client.perform(failing, "check", "text", "hello", "number", "not one");
    assertFailed("check", "INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "params"})
  void rejectsWhereSubscribedFails(String how) {
    String broken = identifier("FailingChannel", "fail", how);
    client.send(Frames.subscribe(broken)).rejected(broken);
    client.perform(failing, "fine").hears(failing, "fine");
  }

  @Test
  void goesOnAfterACallbackThatFails() {
    CableClient other = cables.open().subscribe(failing);
    backend.broadcast("failing", "x");
    backend.broadcast("fine", "y");
    client.hears(failing, "y");
    other.hears(failing, "y");
  }

  private String assertFailed(String action, String kind) {
    JsonObject failure = client.message(failing).asJsonObject();
    assertThat(failure.getString("failed")).isEqualTo(action);
    assertThat(failure.getString("kind")).isEqualTo(kind);
    return failure.getString("sentence");
  }
}
