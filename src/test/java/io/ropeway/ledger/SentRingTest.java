package io.ropeway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.StreamPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentRingTest {

  private final SentRing ring = new SentRing(List.of(at("a", 10), at("b", 20)));

  @Test
  void knowsAPositionForEveryStreamFromTheOneEventThatWasSeenLast() {
    ring.add(at("a", 11));
    ring.add(at("b", 21));
    ring.add(at("a", 12));
    ring.add(at("b", 22));

    assertThat(ring.upTo(at("a", 12)).orElseThrow().values())
        .containsExactlyInAnyOrder(at("a", 12), at("b", 21));
    assertThat(ring.upTo(at("a", 11)).orElseThrow().values())
        .containsExactlyInAnyOrder(at("a", 11), at("b", 20));
  }

  @Test
  void knowsNothingOfAnEventThatItDoesNotRemember() {
    assertThat(ring.upTo(at("a", 11))).isEmpty();
    for (int i = 11; i <= 11 + SentRing.SIZE; i++) {
      ring.add(at("a", i));
    }

    assertThat(ring.upTo(at("a", 11))).isEmpty();
    assertThat(ring.upTo(at("a", 12)).orElseThrow()).containsEntry("b", at("b", 20));
  }

  @Test
  void tellsOneEpochFromAnother() {
    ring.add(at("a", 11));

    assertThat(ring.upTo(new StreamPosition("a", "other", 11))).isEmpty();
  }

  private static StreamPosition at(String stream, long offset) {
    return new StreamPosition(stream, "epoch", offset);
  }
}
