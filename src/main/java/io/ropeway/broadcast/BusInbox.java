package io.ropeway.broadcast;

import io.ropeway.room.TypingRegistry;
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

  /** The name of an event that says that its author types; {@code typing.off} takes it back. */
  private static final String TYPING_ON = "typing.on";

  @Inject Sequencers sequencers;
  @Inject HeadWatch heads;
  @Inject LocalFanOut fanOut;
  @Inject SessionRegistry sessions;
  @Inject TypingRegistry typing;

  /** Those who have to do with what is above the core. */
  @Inject jakarta.enterprise.event.Event<BusMessage> others;

  /** Another node tells something. */
  public void receive(BusMessage message) {
    if (message instanceof BusMessage.Logged logged) {
      sequencers.offer(logged.event());
    } else if (message instanceof BusMessage.Passing passing) {
      notePassing(passing.event());
      fanOut.deliver(passing.event());
    } else if (message instanceof BusMessage.Replaced replaced) {
      sessions.disconnect(
          session -> session.id().equals(replaced.sessionId()), DisconnectReason.REMOTE, true);
    } else {
      others.fire(message);
    }
  }

  /** Who comes to a room is told who types there, also elsewhere. */
  private void notePassing(Event event) {
    if (event.author() != null && event.name().startsWith("typing.")) {
      typing.heard(event.stream(), event.author(), event.name().equals(TYPING_ON));
    }
  }

  /** Something was not heard, or may not have been: what is in the log is to be looked up. */
  public void lost() {
    heads.lookNow();
  }
}
