package io.ropeway.broadcast;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * The one way out: publishes events to the followers of their streams.
 *
 * <p>Inside a transaction an event leaves after the commit, in the order of publishing, and not at
 * all after a rollback; outside one it leaves at once. May be called from any thread and never
 * blocks.
 */
@ApplicationScoped
public class Broadcaster {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  @Inject LocalFanOut fanOut;

  /** Publishes an event. */
  public void publish(Event event) {
    AfterCommit.run(transactions, () -> fanOut.deliver(event));
  }
}
