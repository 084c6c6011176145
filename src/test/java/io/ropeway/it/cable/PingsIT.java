package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingsIT extends CableTest {

  /** After that long without a ping a client gives the line up. */
  private static final Duration LONGEST_GAP = Duration.ofSeconds(6);

  @Test
  void keepComingDuringABurstOfBroadcasts() {
    String room = identifier("FloodChannel", "room", "pings");
    CableClient speaker = cables.open().subscribe(room);
    List<CableClient> listeners = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      listeners.add(cables.at("/cable").showingPings().open().subscribe(room).forgivingUnread());
    }
    long last = System.nanoTime();
    int pings = 0;
    while (pings < 3) {
      speaker.perform(room, "broadcast", "frames", 300, "bytes", 400);
      for (int n = 0; n < 300; n++) {
        speaker.message(room);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - last)).isLessThan(LONGEST_GAP);
      if (listeners.get(0).drain().stream().anyMatch(f -> Frames.type(f).equals("ping"))) {
        last = System.nanoTime();
        pings++;
      }
    }
    for (CableClient listener : listeners.subList(1, listeners.size())) {
      assertThat(listener.drain())
          .filteredOn(f -> Frames.type(f).equals("ping"))
          .hasSizeBetween(2, 6);
    }
  }
}
