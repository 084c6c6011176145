package io.ropeway.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A receipt as stored.
 *
 * @param id its number, random
 * @param key by which it may be claimed
 * @param sessionId whose it is; changes with a claim
 * @param since when that session opened it
 * @param broken whether that session's socket has broken
 * @param reaches how far streams have reached the client
 */
public record ReceiptRow(
    long id, String key, String sessionId, Instant since, boolean broken, List<Reach> reaches) {

  public ReceiptRow {
    reaches = List.copyOf(reaches);
  }
}
