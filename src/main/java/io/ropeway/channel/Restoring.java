package io.ropeway.channel;

import io.ropeway.ledger.RestorableSessions;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.ClientSession;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.TimerWheel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client of the extended protocol go on where its last connection was (AnyCable 1.6): what
 * it was subscribed to is asked of the channels again, with its present identity, and what it sends
 * meanwhile waits. Then it is welcomed, with what was restored or without.
 */
final class Restoring {

  private static final System.Logger LOGGER = System.getLogger(Restoring.class.getName());

  /** How long a client may take to ask for the history of what was restored. */
  static final Duration HELD = Duration.ofSeconds(5);

  private final ClientSession session;
  private final SerialExecutor commands;
  private final Subscriptions subscriptions;
  private final RestorableSessions restorable;
  private final TimerWheel timers;

  Restoring(
      ClientSession session,
      SerialExecutor commands,
      Subscriptions subscriptions,
      RestorableSessions restorable,
      TimerWheel timers) {
    this.session = session;
    this.commands = commands;
    this.subscriptions = subscriptions;
    this.restorable = restorable;
    this.timers = timers;
  }

  /** The session that a handshake wants to go on with, or null. */
  static @Nullable String former(HandshakeRequest request) {
    return request
        .parameter("sid")
        .or(() -> request.header("x-anycable-restore-sid"))
        .filter(sid -> !sid.isBlank())
        .orElse(null);
  }

  /** Begins; before anything is sent. */
  void begin(String former) {
    session.hold();
    commands.execute(
        () -> {
          commands.pause();
          restorable.restore(former, session.identity().key(), this::found);
        });
  }

  private void found(Optional<List<String>> identifiers) {
    try {
      commands.resume(() -> welcome(identifiers));
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Nothing is restored: the node is stopping");
    }
  }

  private void welcome(Optional<List<String>> identifiers) {
    List<String> restored = identifiers.map(subscriptions::restore).orElse(null);
    session.welcome(new ServerMessage.Welcome(session.id(), restored));
    if (restored != null) {
      subscriptions.goOn();
      expectHistory();
    }
  }

  /** What is held cannot be held for ever. */
  private void expectHistory() {
    if (subscriptions.waitsForHistory()) {
      timers.after(
          HELD,
          () -> {
            try {
              commands.execute(this::endIfHeld);
            } catch (RejectedExecutionException e) {
              LOGGER.log(System.Logger.Level.DEBUG, "Nothing to end: the node is stopping");
            }
          });
    }
  }

  private void endIfHeld() {
    if (subscriptions.waitsForHistory()) {
      session.disconnect(DisconnectReason.HISTORY_NOT_ASKED);
    }
  }
}
