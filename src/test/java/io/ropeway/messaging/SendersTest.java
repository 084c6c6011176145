package io.ropeway.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.BusMessage;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SendersTest {

  private final Senders senders = new Senders();

  @Test
  void aGapInOnesNumbersIsCounted() {
    assertThat(senders.missingBefore(envelope(1, 10, 5))).isZero();
    assertThat(senders.missingBefore(envelope(1, 15, 1))).isZero();
    assertThat(senders.missingBefore(envelope(1, 19, 1))).isEqualTo(3);
  }

  @Test
  void sendersAreCountedEachByItself() {
    senders.missingBefore(envelope(1, 10, 5));

    assertThat(senders.missingBefore(envelope(2, 0, 5))).isZero();
    assertThat(senders.missingBefore(envelope(1, 15, 5))).isZero();
  }

  @Test
  void whatIsSentAgainIsKnown() {
    senders.missingBefore(envelope(1, 0, 5));

    assertThat(senders.missingBefore(envelope(1, 3, 4))).isEqualTo(-2);
    assertThat(senders.missingBefore(envelope(1, 7, 1))).isZero();
  }

  @Test
  void anEmptyEnvelopeTellsWhatIsMissingAtTheEnd() {
    senders.missingBefore(envelope(1, 0, 5));

    assertThat(senders.missingBefore(envelope(1, 8, 0))).isEqualTo(3);
  }

  private static Envelope envelope(long incarnation, long first, int count) {
    return new Envelope(
        incarnation, first, Collections.nCopies(count, new BusMessage.Replaced("x")));
  }
}
