package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.suite;

import io.ropeway.it.client.CableClient;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BroadcastIT extends CableTest {

  private final String identifier = suite("BroadcastDataToStreamChannel");
  private CableClient client;

  @BeforeEach
  void openAClient() {
    client = cables.open().subscribe(identifier);
  }

  @Test
  void carriesANestedObject() {
    JsonValue nested =
        object("data", object("user", object("name", "Vova", "id", 7, "admin", false)), "x", null);
    backend.broadcast("a", nested);
    client.hears(identifier, nested);
  }

  @Test
  void carriesATextOfMarkup() {
    String markup = "<div class=\"message\" data-id='1'>it\u2019s \\ \u00fc \ud83d\ude80</div>\n";
    backend.broadcast("a", markup);
    client.hears(identifier, markup);
  }

  @Test
  void leavesATextThatLooksLikeJsonAText() {
    backend.broadcast("a", "{\"data\":\"X\"}");
    client.hears(identifier, "{\"data\":\"X\"}");
  }

  @Test
  void carriesWhatIsNoObject() {
    backend.broadcast("a", 5);
    client.hears(identifier, 5);
    backend.broadcast("a", null);
    client.hears(identifier, null);
    backend.broadcast("a", false);
    client.hears(identifier, false);
  }
}
