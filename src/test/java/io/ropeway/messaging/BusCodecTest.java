package io.ropeway.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.broadcast.BusMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusCodecTest {

  private final Envelope envelope =
      new Envelope(
          -5, 1L << 40, List.of(new BusMessage.Replaced("a"), new BusMessage.Replaced("b")));

  @Test
  void anEnvelopeIsReadAsItWasWritten() {
    assertThat(BusCodec.decode(BusCodec.encode(envelope))).contains(envelope);
  }

  @Test
  void aKindThatOnlyANewerReleaseKnowsIsSkippedAndKeepsItsNumber() {
    byte[] bytes = BusCodec.encode(envelope);
    bytes[bytes.length - 7] =
        99; // the kind of the first: each is its length, its kind, and a text of two bytes

    assertThat(BusCodec.decode(bytes).orElseThrow().messages())
        .containsExactly(null, new BusMessage.Replaced("b"));
  }

  @Test
  void anotherVersionIsNotRead() {
    byte[] bytes = BusCodec.encode(envelope);
    bytes[0] = 2;

    assertThat(BusCodec.decode(bytes)).isEmpty();
  }

  @Test
  void aMessageThatIsCutOffIsRefused() {
    byte[] bytes = BusCodec.encode(envelope);

    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> BusCodec.decode(part)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
