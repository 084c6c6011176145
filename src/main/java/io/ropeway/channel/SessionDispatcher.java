package io.ropeway.channel;

import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.ClientSession;
import io.ropeway.session.CommandRate;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.Counter;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.UndecodableFrames;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;

/**
 * Takes what one client sends, and runs it in order.
 *
 * <p>Frames are read and limits are checked on the transport's thread; everything that may wait
 * runs on the session's command queue.
 */
final class SessionDispatcher implements ConnectionListener, ClientCommand.Handler {

  private static final System.Logger LOGGER = System.getLogger(SessionDispatcher.class.getName());

  private final ClientSession session;
  private final SerialExecutor commands;
  private final Subscriptions subscriptions;
  private final LimitSettings limits;
  private final CommandRate rate;
  private final UndecodableFrames undecodable;
  private final IntConsumer onClosed;

  /**
   * The subscribe commands that wait for their answer: a repeat of one shares the answer, unless an
   * unsubscribe came in between. Values tell one such wait from the next. Guarded by itself, also
   * while the answer is sent: a repeat either shares it or comes after it.
   *
   * <p>Clients of the extended protocol give a subscription up that is confirmed twice, and repeat
   * a subscribe that is not answered in 5 s: theirs waits until the answer is proved to have
   * arrived, so that a repeat which crosses it shares it, too.
   */
  private final Map<String, Object> unanswered = new HashMap<>(2);

  SessionDispatcher(
      ClientSession session,
      SerialExecutor commands,
      Subscriptions subscriptions,
      LimitSettings limits,
      IntConsumer onClosed) {
    this.session = session;
    this.commands = commands;
    this.subscriptions = subscriptions;
    this.limits = limits;
    this.rate =
        new CommandRate(limits.commandsPerSecond(), limits.commandBurst(), System.nanoTime());
    this.undecodable = new UndecodableFrames(limits.undecodableFrames());
    this.onClosed = onClosed;
  }

  @Override
  public void text(String message) {
    session.spoke();
    if (session.isEnding()) {
      return;
    }
    if (!rate.allows(System.nanoTime())) {
      session.disconnect(DisconnectReason.RATE_LIMITED);
      return;
    }
    try {
      ClientCommand command = session.codec().decode(message);
      session.count(Counter.COMMANDS);
      command.dispatchTo(this);
    } catch (MalformedFrameException e) {
      unreadable(e.toString());
    }
  }

  @Override
  public void binary() {
    session.heard();
    unreadable("binary");
  }

  @Override
  public void pong(int number) {
    session.answered(number);
  }

  @Override
  public void sent() {
    session.outbox().sent();
  }

  @Override
  public void closed(int code) {
    session.closed();
    onClosed.accept(code);
    enqueue(subscriptions::endAll);
  }

  @Override
  public void subscribe(ClientCommand.Subscribe command) {
    String identifier = command.identifier();
    Object wait = new Object();
    if (command.presence() != null) {
      session.learnPresence();
    }
    synchronized (unanswered) {
      if (unanswered.putIfAbsent(identifier, wait) != null) {
        return;
      }
    }
    long arrived = subscriptions.now();
    enqueue(
        () ->
            subscriptions.subscribe(command, arrived, answer -> answer(identifier, wait, answer)));
  }

  private void answer(String identifier, Object wait, ServerMessage answer) {
    synchronized (unanswered) {
      session.send(answer);
      if (session.codec().isExtended()) {
        session.prove(() -> answered(identifier, wait));
      } else {
        answered(identifier, wait);
      }
    }
  }

  private void answered(String identifier, Object wait) {
    synchronized (unanswered) {
      unanswered.remove(identifier, wait);
    }
  }

  @Override
  public void unsubscribe(ClientCommand.Unsubscribe command) {
    synchronized (unanswered) {
      unanswered.remove(command.identifier());
    }
    enqueue(() -> subscriptions.unsubscribe(command.identifier()));
  }

  @Override
  public void perform(ClientCommand.Perform command) {
    enqueue(() -> subscriptions.perform(command.identifier(), command.data()));
  }

  @Override
  public void history(ClientCommand.History command) {
    enqueue(() -> subscriptions.history(command.identifier(), command.request()));
  }

  @Override
  public void whisper(ClientCommand.Whisper command) {
    enqueue(() -> subscriptions.whisper(command.identifier(), command.data()));
  }

  @Override
  public void join(ClientCommand.Join command) {
    session.learnPresence();
    enqueue(() -> subscriptions.join(command.identifier(), command.presence()));
  }

  @Override
  public void leave(ClientCommand.Leave command) {
    session.learnPresence();
    enqueue(() -> subscriptions.leave(command.identifier()));
  }

  @Override
  public void presence(ClientCommand.Presence command) {
    session.learnPresence();
    enqueue(() -> subscriptions.presence(command.identifier(), command.returnRecords()));
  }

  @Override
  public void ping(ClientCommand.Ping command) {
    session.outbox().offerUrgent(session.codec().encode(new ServerMessage.Pong()));
  }

  @Override
  public void pong(ClientCommand.Pong command) {
    // Being heard is all that a pong is for.
  }

  @Override
  public void unknown(ClientCommand.Unknown command) {
    session.count(Counter.UNKNOWN_COMMANDS);
    LOGGER.log(System.Logger.Level.DEBUG, () -> "Unknown command from connection " + session.id());
  }

  private void unreadable(String why) {
    session.count(Counter.UNDECODABLE_FRAMES);
    LOGGER.log(
        System.Logger.Level.DEBUG,
        () -> "Undecodable frame from connection " + session.id() + ": " + why);
    if (undecodable.isOneTooMany(System.nanoTime())) {
      session.disconnect(DisconnectReason.TOO_MANY_BAD_FRAMES);
    }
  }

  private void enqueue(Runnable command) {
    if (limits.queuedCommands() > 0
        && commands.waiting() >= limits.queuedCommands()
        && !session.isGone()) {
      session.disconnect(DisconnectReason.RATE_LIMITED);
      return;
    }
    try {
      commands.execute(command);
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A command is dropped: the node is stopping");
    }
  }
}
