package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.RawWebSocket;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowReaderIT extends CableTest {

  private static final int OTHERS = 50;
  private static final int FRAMES = 20;
  private static final int BYTES = 8_000;
  private static final int SMALL_BUFFER = 4_096;

  /** So many subscriptions hear the same room, so that the slow one gets so much more. */
  private static final int EARS = 60;

  @Test
  void cutsOffASlowReaderWhileFiftyOthersGetEverythingWithinASecond() {
    String room = identifier("FloodChannel", "room", "slow reader");
    List<CableClient> others = new ArrayList<>();
    for (int n = 0; n < OTHERS; n++) {
      others.add(cables.open().subscribe(room));
    }
    try (RawWebSocket slow = RawWebSocket.open(server(), "/cable", SMALL_BUFFER)) {
      slow.read(); // the welcome
      for (int n = 0; n < EARS; n++) {
        slow.text(subscribe(identifier("FloodChannel", "room", "slow reader", "ear", n)));
        slow.read(); // the confirmation
      }
      long start = System.nanoTime();
      others.get(0).perform(room, "broadcast", "frames", FRAMES, "bytes", BYTES);
      for (CableClient other : others) {
        for (int n = 1; n <= FRAMES; n++) {
          assertThat(other.message(room).asJsonObject().getInt("n")).isEqualTo(n);
        }
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));

      List<String> read = new ArrayList<>();
      int code = slow.readUntilClose(read);
      assertThat(read).hasSizeLessThan(EARS * FRAMES);
      if (transport == Transport.FAST) {
        JsonObject last = Frames.parse(read.get(read.size() - 1));
        assertThat(last)
            .isEqualTo(
                Frames.object("type", "disconnect", "reason", "too_slow", "reconnect", true));
        assertThat(code).isEqualTo(1000);
      }
    }
  }
}
