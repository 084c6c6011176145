package io.ropeway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that may be claimed: one of this node's, or the row of another's. Belongs to the
 * ledger's thread.
 */
final class Candidate {

  private final @Nullable Receipt receipt;
  private final ReceiptStore.@Nullable Found found;

  /** Whether its socket was asked for a sign of life. */
  boolean examined;

  Candidate(Receipt receipt) {
    this.receipt = receipt;
    this.found = null;
  }

  Candidate(ReceiptStore.Found found) {
    this.receipt = null;
    this.found = found;
  }

  /** This node's receipt; null if another's. */
  @Nullable Receipt receipt() {
    return receipt;
  }

  /** Another node's row; null if it is this one's. */
  ReceiptStore.@Nullable Found found() {
    return found;
  }

  ReceiptRow row() {
    if (receipt != null) {
      return receipt.row();
    }
    if (found != null) {
      return found.row();
    }
    throw new IllegalStateException("Neither here nor there");
  }

  /** Whether there is a row of it. */
  boolean isStored() {
    return receipt == null || receipt.isStored();
  }

  long id() {
    return row().id();
  }

  Instant since() {
    return row().since();
  }

  String sessionId() {
    return row().sessionId();
  }
}
