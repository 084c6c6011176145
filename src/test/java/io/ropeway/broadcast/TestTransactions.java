package io.ropeway.broadcast;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The transaction of the one thread of a test. */
public final class TestTransactions implements TransactionSynchronizationRegistry {

  private final Map<Object, Object> resources = new HashMap<>();
  private final List<Synchronization> synchronizations = new ArrayList<>();
  private int status = Status.STATUS_NO_TRANSACTION;

  public void begin() {
    status = Status.STATUS_ACTIVE;
  }

  public void commit() {
    synchronizations.forEach(Synchronization::beforeCompletion);
    complete(Status.STATUS_COMMITTED);
  }

  public void rollBack() {
    complete(Status.STATUS_ROLLEDBACK);
  }

  /** As somebody in the transaction, or its time limit, might. */
  void become(int newStatus) {
    status = newStatus;
  }

  private void complete(int outcome) {
    status = outcome;
    List.copyOf(synchronizations).forEach(one -> one.afterCompletion(outcome));
    synchronizations.clear();
    resources.clear();
    status = Status.STATUS_NO_TRANSACTION;
  }

  @Override
  public int getTransactionStatus() {
    return status;
  }

  @Override
  public Object getTransactionKey() {
    return status == Status.STATUS_NO_TRANSACTION ? null : this;
  }

  @Override
  public void putResource(Object key, Object value) {
    resources.put(key, value);
  }

  @Override
  public Object getResource(Object key) {
    return resources.get(key);
  }

  @Override
  public void registerInterposedSynchronization(Synchronization synchronization) {
    synchronizations.add(synchronization);
  }

  @Override
  public void setRollbackOnly() {
    status = Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public boolean getRollbackOnly() {
    return status == Status.STATUS_MARKED_ROLLBACK;
  }
}
