package io.ropeway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.StreamHead;
import io.ropeway.protocol.StreamPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final Reach START = Reach.at(new StreamPosition("s", "e", 5));

  @Test
  void growsWithWhatIsSentAndWithWhatHasArrived() {
    Reach sent = START.sentTo(new StreamPosition("s", "e", 9));
    assertThat(sent).isEqualTo(new Reach("s", "e", 5, 9));

    assertThat(sent.provedTo(new StreamPosition("s", "e", 7))).isEqualTo(new Reach("s", "e", 7, 9));
    assertThat(sent.provedTo(new StreamPosition("s", "e", 3))).isEqualTo(sent);
    assertThat(sent.sentTo(new StreamPosition("s", "e", 3))).isEqualTo(sent);
  }

  @Test
  void goesOnAfterWhatIsProved() {
    assertThat(new Reach("s", "e", 5, 9).resumeIn(head("e", 12, 1, 1))).isEqualTo(5);
  }

  @Test
  void goesOnWithWhatThereIsIfItsPlaceWasTrimmedAway() {
    assertThat(new Reach("s", "e", 5, 9).resumeIn(head("e", 12, 9, 1))).isEqualTo(8);
  }

  @Test
  void goesOnAtTheBeginningOfALogThatBeganAnew() {
    StreamHead anew = head("new", 30, 1, 21);

    assertThat(new Reach("s", "e", 25, 26).resumeIn(anew)).isEqualTo(20);
    assertThat(new Reach("s", "e", 25, 26).sentIn(anew)).isEqualTo(Reach.NOTHING);
    Reach unproved = new Reach("s", "e", 25, 26).sentTo(new StreamPosition("s", "new", 23));
    assertThat(unproved.resumeIn(anew)).isEqualTo(20);
    assertThat(unproved.provedTo(new StreamPosition("s", "new", 22)).resumeIn(anew)).isEqualTo(22);
  }

  @Test
  void neverGoesOnBeyondTheHead() {
    assertThat(new Reach("s", "e", 25, 26).resumeIn(head("e", 12, 1, 1))).isEqualTo(12);
  }

  @Test
  void isReadAsItWasWritten() {
    List<Reach> all = List.of(START, new Reach("room:\"ä\"", "e,]", Reach.NOTHING, 3));

    assertThat(ReachText.read(ReachText.write(all))).isEqualTo(all);
    assertThat(ReachText.read(ReachText.write(List.of()))).isEmpty();
  }

  private static StreamHead head(String epoch, long offset, long floor, long epochStart) {
    return new StreamHead(1, "s", epoch, offset, floor, epochStart);
  }
}
