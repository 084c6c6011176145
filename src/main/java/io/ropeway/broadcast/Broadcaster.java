package io.ropeway.broadcast;

import io.ropeway.session.SerialExecutor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The one way out: publishes events to the followers of their streams, on all nodes.
 *
 * <p>An event of durable streams is logged with the running transaction and delivered after its
 * commit. A transient event leaves after the commit of the running transaction, in the order of
 * publishing, or at once if there is none. After a rollback nothing was published. May be called
 * from any thread; the caller never waits for a delivery.
 */
@ApplicationScoped
public class Broadcaster {

  @Inject Transactions transactions;
  @Inject StreamNames names;
  @Inject LocalFanOut fanOut;
  @Inject Sequencers sequencers;
  @Inject DeliveryThreads delivery;
  @Inject ClusterBus bus;

  /** What transactions have published leaves on threads of its own, in the order of the commits. */
  private SerialExecutor departures;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public Broadcaster() {}

  @PostConstruct
  void start() {
    departures = new SerialExecutor(delivery);
  }

  /** Whether publishing this event needs a transaction. */
  public boolean isLogged(Event event) {
    return !event.lowered() && names.isDurable(event.stream());
  }

  /**
   * Publishes an event.
   *
   * @throws IllegalStateException if it is to be logged and no transaction is running
   */
  public void publish(Event event) {
    if (isLogged(event)) {
      transactions.log(event, this::offer);
    } else if (transactions.areAbsent()) {
      pass(event);
    } else {
      transactions.afterCommit(() -> departures.execute(() -> pass(event)));
    }
  }

  private void offer(List<LogEvent> logged) {
    for (LogEvent event : logged) {
      sequencers.offer(event);
      bus.send(new BusMessage.Logged(event));
    }
  }

  private void pass(Event event) {
    fanOut.deliver(event);
    bus.send(new BusMessage.Passing(event));
  }
}
