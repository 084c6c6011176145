package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.RawWebSocket;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many in one room. */
class RoomIT extends CableTest {

  @Test
  void aHundredClientsAllHearEachOther() {
    String identifier = identifier("BenchmarkChannel", "id", "hundred");
    List<CableClient> all = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      all.add(cables.open().subscribe(identifier));
    }
    for (int n = 0; n < all.size(); n++) {
      all.get(n).perform(identifier, "broadcast", "from", n);
    }
    for (CableClient client : all) {
      Set<Integer> heard = new HashSet<>();
      int results = 0;
      for (int n = 0; n <= all.size(); n++) {
        JsonObject message = client.message(identifier).asJsonObject();
        if (message.getString("action").equals("broadcastResult")) {
          results++;
        } else {
          heard.add(message.getInt("from"));
        }
      }
      assertThat(heard).hasSize(all.size());
      assertThat(results).isEqualTo(1);
    }
  }

  @Test
  void everybodyHearsTheSameOrder() {
    String identifier = identifier("BenchmarkChannel", "id", "order");
    List<CableClient> all = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      all.add(cables.open().subscribe(identifier));
    }
    for (int round = 0; round < 40; round++) {
      for (CableClient client : all) {
        client.perform(identifier, "broadcast", "n", round);
      }
    }
    List<List<JsonObject>> heard = all.stream().map(client -> heard(client, identifier)).toList();
    assertThat(heard).allMatch(heard.get(0)::equals);
  }

  private static List<JsonObject> heard(CableClient client, String identifier) {
    List<JsonObject> heard = new ArrayList<>();
    for (int n = 0; n < 200 + 40; n++) {
      JsonObject message = client.message(identifier).asJsonObject();
      if (message.getString("action").equals("broadcast")) {
        heard.add(message);
      }
    }
    return heard;
  }

  @Test
  void oneThatVanishesInABroadcastHarmsNobody() {
    String room = identifier("FloodChannel", "room", "vanish");
    List<CableClient> staying = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      staying.add(cables.open().subscribe(room));
    }
    List<RawWebSocket> vanishing = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      RawWebSocket client = RawWebSocket.open(server()).text(Frames.subscribe(room));
      client.read(); // the welcome
      client.read(); // the confirmation
      vanishing.add(client);
    }
    staying.get(0).perform(room, "broadcast", "frames", 500, "bytes", 500);
    for (int n = 1; n <= 500; n++) {
      for (CableClient client : staying) {
        assertThat(client.message(room).asJsonObject().getInt("n")).isEqualTo(n);
      }
      if (n % 50 == 1 && !vanishing.isEmpty()) {
        vanishing.remove(0).reset();
      }
    }
  }
}
