package io.ropeway.broadcast;

import io.ropeway.room.RoomRegistry;
import io.ropeway.session.Identity;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Predicate;

/**
 * Ends the subscriptions of those who may no longer follow a stream, wherever they are. Inside a
 * transaction it happens after the commit, in order with the events published there.
 */
@ApplicationScoped
public class Evictions {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  @Inject RoomRegistry rooms;

  /** Ends every matching subscription of a stream; the clients are told that it is refused. */
  public void evict(String stream, Predicate<Identity> who) {
    AfterCommit.run(transactions, () -> rooms.evict(stream, who));
  }
}
