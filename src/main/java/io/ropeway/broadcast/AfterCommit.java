package io.ropeway.broadcast;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** What is to happen once the running transaction has committed; one list a transaction. */
final class AfterCommit implements Synchronization {

  private static final System.Logger LOGGER = System.getLogger(AfterCommit.class.getName());

  private final List<Runnable> actions = new ArrayList<>();

  private AfterCommit() {}

  /**
   * Runs an action after the commit of the running transaction, or now if there is none. In a
   * transaction that cannot commit any more it is forgotten.
   */
  static void run(TransactionSynchronizationRegistry transactions, Runnable action) {
    switch (transactions.getTransactionStatus()) {
      case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED -> action.run();
      case Status.STATUS_ACTIVE,
          Status.STATUS_PREPARING,
          Status.STATUS_PREPARED,
          Status.STATUS_COMMITTING ->
          of(transactions).actions.add(action);
      default -> LOGGER.log(System.Logger.Level.DEBUG, "Not done: the transaction rolls back");
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
      actions.forEach(AfterCommit::contain);
    }
  }

  private static void contain(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.ERROR, "What was due after a commit failed", e);
    }
  }
}
