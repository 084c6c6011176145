package io.ropeway.broadcast;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** What is to happen once the running transaction has committed; one list a transaction. */
final class AfterCommit implements Synchronization {

  private final List<Runnable> actions = new ArrayList<>();

  private AfterCommit() {}

  /** Runs an action after the commit of the running transaction, or now if there is none. */
  static void run(TransactionSynchronizationRegistry transactions, Runnable action) {
    if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
      of(transactions).actions.add(action);
    } else {
      action.run();
    }
  }

  private static AfterCommit of(TransactionSynchronizationRegistry transactions) {
    Object existing = transactions.getResource(AfterCommit.class);
    if (existing instanceof AfterCommit list) {
      return list;
    }
    AfterCommit list = new AfterCommit();
    transactions.putResource(AfterCommit.class, list);
    transactions.registerInterposedSynchronization(list);
    return list;
  }

  @Override
  public void beforeCompletion() {
    // Nothing leaves before the commit.
  }

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      actions.forEach(Runnable::run);
    }
  }
}
