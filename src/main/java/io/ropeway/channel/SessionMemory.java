package io.ropeway.channel;

import io.ropeway.ledger.ReceiptBook;
import io.ropeway.ledger.RestorableSessions;
import io.ropeway.session.ClientSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of one session beyond its connection. Safe for all threads. */
final class SessionMemory {

  private final ClientSession session;
  private final @Nullable ReceiptBook book;
  private final RestorableSessions restorable;

  /**
   * @param book for a client that states no positions, or null
   */
  SessionMemory(ClientSession session, @Nullable ReceiptBook book, RestorableSessions restorable) {
    this.session = session;
    this.book = book;
    this.restorable = restorable;
  }

  /** How far streams have reached a client that states no positions; null for any other. */
  @Nullable ReceiptBook book() {
    return book;
  }

  /** The session is subscribed to these now. */
  void subscribed(List<String> identifiers) {
    if (session.codec().isExtended()) {
      restorable.subscribed(session, identifiers);
    }
  }

  /** A subscription ended before the connection. */
  void unsubscribed(String identifier, List<String> left) {
    if (book != null) {
      book.close(identifier);
    }
    subscribed(left);
  }

  /** The connection is gone. */
  void closed(int code) {
    if (book != null) {
      book.closeAll(session.isLeftForGood(code));
    }
    if (session.codec().isExtended()) {
      restorable.closed(session, session.isDismissed());
    }
  }
}
