package io.ropeway.ledger;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.ManualTime;
import io.ropeway.session.SessionRegistry;
import java.util.ArrayList;
import java.util.List;

/** The ledgers of several nodes, with one database and a bus between them that can be cut. */
public final class TestLedgers {

  private record Member(TestLedger ledger, SessionRegistry sessions) {}

  public final TestReceiptStore receiptStore = new TestReceiptStore();
  public final TestSessionStore sessionStore = new TestSessionStore();
  private final List<Member> members = new ArrayList<>();
  private volatile boolean cut;

  /** One more node's. */
  public TestLedger join(ManualTime time, SessionRegistry sessions, String... changes) {
    TestLedger[] self = new TestLedger[1];
    self[0] =
        new TestLedger(
            time, sessions, message -> tell(self[0], message), receiptStore, sessionStore, changes);
    members.add(new Member(self[0], sessions));
    return self[0];
  }

  /** Whether what nodes tell each other is lost. */
  public void cut(boolean on) {
    cut = on;
  }

  private void tell(TestLedger from, BusMessage message) {
    if (cut) {
      return;
    }
    for (Member member : members) {
      if (member.ledger() == from || member.ledger().isDead()) {
        continue;
      }
      member.ledger().receive(message);
      if (message instanceof BusMessage.Replaced replaced) {
        member
            .sessions()
            .disconnect(
                session -> session.id().equals(replaced.sessionId()),
                DisconnectReason.REMOTE,
                true);
      }
    }
  }
}
