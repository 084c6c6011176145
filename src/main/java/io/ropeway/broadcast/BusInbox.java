package io.ropeway.broadcast;

import io.ropeway.session.DisconnectReason;
import io.ropeway.session.SessionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Does here what other nodes tell. Called by the bus's one receiving thread, in the order of each
 * sender; never blocks.
 */
@ApplicationScoped
public class BusInbox {

  @Inject Sequencers sequencers;
  @Inject HeadWatch heads;
  @Inject LocalFanOut fanOut;
  @Inject SessionRegistry sessions;

  /** Those above the core for whom a message means more, or something at all. */
  @Inject jakarta.enterprise.event.Event<BusMessage> others;

  /** Another node tells something. */
  public void receive(BusMessage message) {
    if (message instanceof BusMessage.Logged logged) {
      sequencers.offer(logged.event());
    } else if (message instanceof BusMessage.Passing passing) {
      others.fire(passing);
      fanOut.deliver(passing.event());
    } else if (message instanceof BusMessage.Replaced replaced) {
      sessions.disconnect(
          session -> session.id().equals(replaced.sessionId()), DisconnectReason.REMOTE, true);
    } else {
      others.fire(message);
    }
  }

  /** Something was not heard, or may not have been: what is in the log is to be looked up. */
  public void lost() {
    heads.lookNow();
  }
}
