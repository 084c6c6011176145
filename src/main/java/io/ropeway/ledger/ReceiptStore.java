package io.ropeway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Receipts in the database, shared by all nodes. Every method blocks for the database and works
 * outside of transactions; one that is away is told by a {@link RuntimeException}. All times are
 * the database's.
 */
public interface ReceiptStore {

  /**
   * A receipt that was found by its key.
   *
   * @param owner the incarnation of the node that wrote it last
   * @param ownerSeen when that node was last seen alive; long ago if nothing is known of it
   * @param now the time of the finding
   */
  record Found(ReceiptRow row, long owner, Instant ownerSeen, Instant now) {

    /** How long ago its node was seen alive. */
    public Duration ownerAge() {
      return Duration.between(ownerSeen, now);
    }
  }

  /** One receipt to be taken over by a later one of the same id. */
  record Taking(ReceiptRow from, ReceiptRow by) {}

  /** This node is alive, and so are the sessions whose receipts and rows it has. */
  void beat(long owner);

  /** Stores receipts for the first time. */
  void insert(long owner, Collection<ReceiptRow> rows);

  /**
   * Stores what has changed of receipts.
   *
   * @return the numbers of those that belong to another session by now, or are gone
   */
  Set<Long> update(long owner, Collection<ReceiptRow> rows);

  /** Removes receipts that still belong to their sessions. */
  void delete(Collection<ReceiptRow> rows);

  /**
   * The receipts of these keys that are not out of date, the oldest first.
   *
   * @param window how long after its end one can be claimed
   */
  List<Found> find(Collection<String> keys, Duration window);

  /**
   * Lets each later receipt take the place of the earlier one, if that still belongs to its
   * session: the row decides between nodes.
   *
   * @return for each, in order, whether it did
   */
  List<Boolean> claim(long owner, List<Taking> takings);

  /** Removes what is out of date. */
  void sweep(Duration window);
}
