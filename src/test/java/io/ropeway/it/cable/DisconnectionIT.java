package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.suite;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisconnectionIT extends CableTest {

  @Test
  void aCloseUnsubscribesFromDifferentChannels() {
    String a = suite("RequestAChannel");
    String b = suite("RequestBChannel");
    CableClient staying = cables.open().subscribe(a).subscribe(b);
    cables.open().subscribe(a).subscribe(b).close();
    assertThat(List.of(staying.next(), staying.next()))
        .containsExactlyInAnyOrder(left(a, "user left"), left(b, "user left"));
  }

  @Test
  void aCloseUnsubscribesAllSubscriptionsOfOneChannel() {
    String c = suite("RequestCChannel");
    CableClient staying = cables.open().subscribe(c);
    cables
        .open()
        .subscribe(suite("RequestCChannel", "id", 1))
        .subscribe(suite("RequestCChannel", "id", 2))
        .close();
    assertThat(List.of(staying.next(), staying.next()))
        .containsExactlyInAnyOrder(left(c, "user left1"), left(c, "user left2"));
  }

  @Test
  void aClientThatVanishesUnsubscribesAsWell() {
    String staying = suite("ChannelStateChannel", "name", "staying");
    CableClient client = cables.open().subscribe(staying);
    cables
        .open()
        .subscribe(suite("ChannelStateChannel", "name", "vanished", "notify_disconnect", true))
        .vanish();
    client.hears(staying, object("data", "user left: vanished"));
  }

  private static JsonObject left(String identifier, String text) {
    return object("identifier", identifier, "message", object("data", text));
  }
}
