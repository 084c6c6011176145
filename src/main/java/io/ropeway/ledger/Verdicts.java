package io.ropeway.ledger;

import io.ropeway.session.ClientSession;
import io.ropeway.session.SessionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a receipt may be claimed: if its socket is broken, or is silent when asked, or its node
 * is no more. Belongs to the ledger's thread.
 */
@ApplicationScoped
public class Verdicts {

  /** What to do about a candidate. */
  enum Verdict {
    TAKE,
    SKIP,
    WAIT
  }

  /** A node that has not been seen for this long is dead. */
  static final Duration DEAD = Duration.ofSeconds(15);

  /** A node that has not been seen for this long, and does not answer either, is dead too. */
  static final Duration SILENT = Duration.ofMillis(4_500);

  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final System.Logger LOGGER = System.getLogger(Verdicts.class.getName());

  @Inject ReceiptStore store;
  @Inject SessionRegistry sessions;
  @Inject Examinations examinations;

  /** The nodes that were found dead, and when they had been seen last: that is found out once. */
  private final Map<Long, Instant> dead = new HashMap<>();

  /** The session of a receipt of this node, if it is still there. */
  Optional<ClientSession> session(Receipt receipt) {
    return sessions.find(receipt.sessionId());
  }

  /**
   * Judges a candidate; one of this node's that is to be taken is nobody else's from here on.
   *
   * @param again runs, on any thread, when it is time to ask again
   */
  Verdict of(Candidate candidate, Runnable again) {
    Receipt receipt = candidate.receipt();
    if (receipt != null) {
      return ofReceipt(candidate, receipt, again);
    }
    ReceiptStore.Found found = candidate.found();
    return found == null ? Verdict.SKIP : ofRow(candidate, found, again);
  }

  private Verdict ofReceipt(Candidate candidate, Receipt receipt, Runnable again) {
    if (receipt.become(Receipt.State.CLAIMED, Receipt.State.BROKEN)) {
      return Verdict.TAKE;
    }
    if (receipt.state() != Receipt.State.OPEN) {
      return Verdict.SKIP;
    }
    Optional<ClientSession> session = session(receipt);
    if (!candidate.examined) {
      candidate.examined = true;
      session.ifPresentOrElse(
          open -> examinations.examine(open, again), () -> examinations.wait(MOMENT, again));
      return Verdict.WAIT;
    }
    boolean silent = session.isPresent() && session.get().isAwaited();
    return silent && receipt.become(Receipt.State.CLAIMED, Receipt.State.OPEN)
        ? Verdict.TAKE
        : Verdict.SKIP;
  }

  private Verdict ofRow(Candidate candidate, ReceiptStore.Found found, Runnable again) {
    if (isOver(found) || found.ownerSeen().equals(dead.get(found.owner()))) {
      return Verdict.TAKE;
    }
    if (!candidate.examined) {
      candidate.examined = true;
      examinations.examineElsewhere(found.row().sessionId(), again);
      return Verdict.WAIT;
    }
    boolean told = examinations.wasTold(found.row().sessionId());
    Optional<ReceiptStore.Found> present = lookAgain(found);
    if (present.isEmpty()) {
      return Verdict.SKIP;
    }
    ReceiptStore.Found now = present.get();
    if (isOver(now)) {
      return Verdict.TAKE;
    }
    if (told || now.ownerSeen().isAfter(found.ownerSeen())) {
      return Verdict.SKIP; // it is open and answered, or its node is alive
    }
    if (now.ownerAge().compareTo(SILENT) >= 0) {
      dead.put(now.owner(), now.ownerSeen());
      return Verdict.TAKE;
    }
    examinations.wait(SILENT.minus(now.ownerAge()).plus(MOMENT), again);
    return Verdict.WAIT;
  }

  private static boolean isOver(ReceiptStore.Found found) {
    return found.row().broken() || found.ownerAge().compareTo(DEAD) >= 0;
  }

  /** The same row as it is now; empty if it is another session's by now. */
  private Optional<ReceiptStore.Found> lookAgain(ReceiptStore.Found found) {
    try {
      return store.find(List.of(found.row().key()), DEAD.multipliedBy(1_000)).stream()
          .filter(one -> one.row().id() == found.row().id())
          .filter(one -> one.row().sessionId().equals(found.row().sessionId()))
          .findFirst();
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A row cannot be looked at again just now", e);
      return Optional.empty();
    }
  }
}
