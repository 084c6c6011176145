package io.ropeway.ledger;

import io.ropeway.config.ReplaySettings;
import io.ropeway.session.ClientSession;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Makes the books of sessions whose clients state no positions. */
@ApplicationScoped
public class ReceiptBooks {

  @Inject Claims claims;
  @Inject Receipts receipts;
  @Inject TimerWheel timers;
  @Inject ReplaySettings settings;

  /**
   * The book of a session.
   *
   * @param commands on which the session's commands run, one after another
   * @return empty if its client states positions itself, or it is switched off
   */
  public Optional<ReceiptBook> open(ClientSession session, Executor commands) {
    return settings.unpositioned() && !session.codec().isExtended()
        ? Optional.of(new ReceiptBook(session, commands, claims, receipts, timers))
        : Optional.empty();
  }
}
