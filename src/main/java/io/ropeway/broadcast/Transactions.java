package io.ropeway.broadcast;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the running transaction takes along: events that are logged with it, and what is to happen
 * once it has committed.
 */
@ApplicationScoped
public class Transactions {

  private static final System.Logger LOGGER = System.getLogger(Transactions.class.getName());

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry registry;

  @Inject StreamLog log;

  /**
   * Runs an action after the commit of the running transaction, or now if there is none. In a
   * transaction that cannot commit any more it is forgotten.
   */
  public void afterCommit(Runnable action) {
    switch (registry.getTransactionStatus()) {
      case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED -> action.run();
      case Status.STATUS_ACTIVE,
          Status.STATUS_PREPARING,
          Status.STATUS_PREPARED,
          Status.STATUS_COMMITTING ->
          luggage().actions.add(action);
      default -> LOGGER.log(System.Logger.Level.DEBUG, "Not done: the transaction rolls back");
    }
  }

  /** Whether an action would run now. */
  boolean areAbsent() {
    int status = registry.getTransactionStatus();
    return status == Status.STATUS_NO_TRANSACTION || status == Status.STATUS_COMMITTED;
  }

  /**
   * Logs an event with the running transaction, as its last work before the commit.
   *
   * @param onCommit gets what was stored, in the order of the log, once it is committed
   * @throws IllegalStateException if no transaction is running
   */
  void log(Event event, Consumer<List<LogEvent>> onCommit) {
    switch (registry.getTransactionStatus()) {
      case Status.STATUS_ACTIVE -> luggage().log(event, onCommit);
      case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK ->
          LOGGER.log(System.Logger.Level.DEBUG, "Not logged: the transaction rolls back");
      default ->
          throw new IllegalStateException(
              "An event of the durable stream " + event.stream() + " needs a transaction");
    }
  }

  private Luggage luggage() {
    if (registry.getResource(Luggage.class) instanceof Luggage existing) {
      return existing;
    }
    Luggage luggage = new Luggage(log);
    registry.putResource(Luggage.class, luggage);
    registry.registerInterposedSynchronization(luggage);
    return luggage;
  }

  /** Of one transaction. */
  private static final class Luggage implements Synchronization {

    private final StreamLog log;
    private final List<Event> events = new ArrayList<>(1);
    private final List<Runnable> actions = new ArrayList<>(1);
    private List<LogEvent> logged = List.of();

    Luggage(StreamLog log) {
      this.log = log;
    }

    void log(Event event, Consumer<List<LogEvent>> onCommit) {
      if (events.isEmpty()) {
        actions.add(() -> tell(onCommit));
      }
      events.add(event);
    }

    @Override
    public void beforeCompletion() {
      if (!events.isEmpty()) {
        logged = log.append(events);
      }
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        actions.forEach(Luggage::contain);
      }
    }

    /**
     * A transaction manager may call a commit done whose answer got lost. What is in the log all
     * the same is found by the watch on its heads.
     */
    private void tell(Consumer<List<LogEvent>> onCommit) {
      if (!log.isInDoubt()) {
        onCommit.accept(logged);
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
}
