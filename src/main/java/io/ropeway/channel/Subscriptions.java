package io.ropeway.channel;

import io.ropeway.config.LimitSettings;
import io.ropeway.ledger.Reach;
import io.ropeway.ledger.ReceiptBook;
import io.ropeway.protocol.ClientCommand.Subscribe;
import io.ropeway.protocol.HistoryRequest;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Counter;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.SerialExecutor;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The subscriptions of one session by identifier. Runs on the session's command queue only. */
final class Subscriptions {

  private static final System.Logger LOGGER = System.getLogger(Subscriptions.class.getName());

  private final ClientSession session;
  private final SubscriptionFactory factory;
  private final SerialExecutor commands;
  private final LimitSettings limits;
  private final SessionPresence presence;
  private final SessionMemory memory;
  private final Patience patience;
  private @Nullable Map<String, LiveChannel> live;
  private volatile boolean confirmedOnce;

  Subscriptions(
      ClientSession session,
      SubscriptionFactory factory,
      SerialExecutor commands,
      LimitSettings limits,
      SessionMemory memory) {
    this.session = session;
    this.memory = memory;
    this.factory = factory;
    this.commands = commands;
    this.limits = limits;
    this.presence = factory.newSessionPresence();
    this.patience = factory.newPatience(session, commands);
  }

  /** Whether anything was ever confirmed. May be asked from any thread. */
  boolean confirmedOnce() {
    return confirmedOnce;
  }

  /** The identifiers of all that are live, the oldest first. */
  List<String> identifiers() {
    return live == null ? List.of() : List.copyOf(live.keySet());
  }

  /** The time by which {@link #subscribe} is told when a command came. */
  long now() {
    return patience.now();
  }

  /**
   * Subscribes, gives the answer, and does what else the client asks for with it.
   *
   * @param arrived when the command came: clients do not wait for ever
   */
  void subscribe(Subscribe command, long arrived, Consumer<ServerMessage> answer) {
    patience.since(arrived);
    subscribe(command, answer);
  }

  private void subscribe(Subscribe command, Consumer<ServerMessage> answer) {
    if (session.isGone()) {
      return;
    }
    String identifier = command.identifier();
    LiveChannel known = find(identifier);
    if (known != null) {
      answer.accept(new ServerMessage.Confirmation(identifier));
      read(known, () -> known.history(command.history()));
      known.join(command.presence());
      return;
    }
    LiveChannel channel = open(identifier, false);
    if (channel != null && channel.subscription().isUndecided()) {
      patience.retry(() -> subscribe(command, answer));
      return;
    }
    patience.decided();
    if (channel == null) {
      reject(identifier, answer);
    } else {
      recollect(channel, command, answer);
    }
  }

  /** Finds out first what a client that states no positions has, if there is anything to find. */
  private void recollect(LiveChannel channel, Subscribe command, Consumer<ServerMessage> answer) {
    ReceiptBook book = memory.book();
    boolean states = command.history() != null && !command.history().isEmpty();
    boolean known = !channel.subscription().identity().isAnonymous();
    boolean begun = false;
    if (book != null && known && !states) {
      try {
        begun = channel.begin();
        patience.decided();
      } catch (RuntimeException e) {
        undecided(e);
        patience.retry(() -> recollect(channel, command, answer));
        return;
      }
    }
    if (book == null || !begun) {
      confirm(channel, command, answer, List.of());
      return;
    }
    commands.pause();
    channel.recollect(
        book,
        earlier -> {
          try {
            commands.resume(() -> confirm(channel, command, answer, earlier));
          } catch (RejectedExecutionException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "Nothing is confirmed: the node is stopping");
          }
        });
  }

  private void confirm(
      LiveChannel channel, Subscribe command, Consumer<ServerMessage> answer, List<Reach> earlier) {
    if (session.isGone()) {
      return;
    }
    answer.accept(new ServerMessage.Confirmation(command.identifier()));
    channel.startTimers(commands);
    read(channel, () -> channel.goLive(command.history(), command.presence(), earlier));
    memory.subscribed(identifiers());
  }

  /**
   * Makes those subscriptions again that a connection before this one had.
   *
   * @return the identifiers of those that are allowed now
   */
  List<String> restore(List<String> identifiers) {
    List<String> restored = new ArrayList<>(identifiers.size());
    for (String identifier : identifiers) {
      if (restore(identifier)) {
        restored.add(identifier);
      }
    }
    memory.subscribed(restored);
    return restored;
  }

  /** Those that were restored and have nothing to tell again go on. */
  void goOn() {
    if (live != null) {
      live.values().stream()
          .filter(channel -> !channel.isHeld())
          .forEach(channel -> channel.goLive(null, null, List.of()));
    }
  }

  /** Whether one that was restored still waits for its client to ask for history. */
  boolean waitsForHistory() {
    return live != null && live.values().stream().anyMatch(LiveChannel::isHeld);
  }

  /**
   * Makes a subscription again that a connection before this one had: its client has seen what the
   * channel transmits at the start, is told of no outcome, and hears nothing before it asks for
   * history.
   *
   * @return false if it is refused now
   */
  boolean restore(String identifier) {
    if (session.isGone() || find(identifier) != null) {
      return false;
    }
    LiveChannel channel = open(identifier, true);
    if (channel == null) {
      return false;
    }
    if (channel.subscription().isUndecided()) {
      session.disconnect(DisconnectReason.UNAVAILABLE); // it is restored another time
      return false;
    }
    channel.startTimers(commands);
    return true;
  }

  /** Has the log read for a subscription; what it cannot tell just now, it can a moment later. */
  private void read(LiveChannel channel, Runnable reading) {
    try {
      reading.run();
      patience.decided();
    } catch (RuntimeException e) {
      undecided(e);
      patience.retry(
          () -> {
            if (find(channel.subscription().identifier()) == channel) {
              read(channel, reading);
            }
          });
    }
  }

  private void undecided(RuntimeException e) {
    LOGGER.log(
        System.Logger.Level.DEBUG, () -> "The log cannot be read, connection " + session.id(), e);
  }

  /** Makes a channel and asks it; null if the answer is no, an ended one if there is no answer. */
  private @Nullable LiveChannel open(String identifier, boolean muted) {
    Optional<LiveChannel> made = isFull() ? Optional.empty() : create(identifier);
    if (made.isEmpty()) {
      LOGGER.log(
          System.Logger.Level.DEBUG, () -> "Refused a subscription of connection " + session.id());
      return null;
    }
    LiveChannel channel = made.get();
    channel.subscribe(muted);
    if (channel.subscription().isUndecided()) {
      channel.end();
      return channel;
    }
    if (channel.subscription().isRejected()) {
      channel.end();
      return null;
    }
    if (live == null) {
      live = new LinkedHashMap<>(4);
    }
    live.put(identifier, channel);
    agreeOnFarewell();
    confirmedOnce = true;
    session.count(Counter.SUBSCRIPTIONS_CONFIRMED);
    return channel;
  }

  private Optional<LiveChannel> create(String identifier) {
    try {
      return factory.create(session, identifier, commands, presence, this::ended);
    } catch (RuntimeException e) {
      LOGGER.log(
          System.Logger.Level.ERROR, "No channel could be made, connection " + session.id(), e);
      return Optional.empty();
    }
  }

  void unsubscribe(String identifier) {
    LiveChannel channel = live == null ? null : live.remove(identifier);
    if (channel != null) {
      agreeOnFarewell();
      channel.end();
      memory.unsubscribed(identifier, identifiers());
    }
  }

  private void agreeOnFarewell() {
    Map<String, LiveChannel> all = live;
    session.withoutWords(
        all != null
            && !all.isEmpty()
            && all.values().stream().allMatch(one -> one.subscription().isWordless()));
  }

  void perform(String identifier, JsonObject data) {
    LiveChannel channel = known(identifier, "An action");
    if (channel == null) {
      return;
    }
    channel.perform(data);
    if (channel.subscription().isRejected()) {
      end(channel);
    }
  }

  /** Tells again what was missed of a subscription's streams. */
  void history(String identifier, HistoryRequest request) {
    LiveChannel channel = known(identifier, "History");
    if (channel != null) {
      read(channel, () -> channel.history(request));
    }
  }

  /** Says something to the other followers. */
  void whisper(String identifier, JsonValue data) {
    LiveChannel channel = known(identifier, "A whisper");
    if (channel != null) {
      channel.subscription().whisper(data);
    }
  }

  /** Makes the client present. */
  void join(String identifier, PresenceRecord who) {
    LiveChannel channel = known(identifier, "Presence");
    if (channel != null) {
      channel.join(who);
    }
  }

  /** Ends the client's presence. */
  void leave(String identifier) {
    LiveChannel channel = known(identifier, "Presence");
    if (channel != null) {
      channel.subscription().presence().leave();
    }
  }

  /** Tells who is present. */
  void presence(String identifier, boolean returnRecords) {
    LiveChannel channel = known(identifier, "Presence");
    if (channel != null) {
      channel.subscription().presence().describe(returnRecords);
    }
  }

  private @Nullable LiveChannel known(String identifier, String what) {
    LiveChannel channel = find(identifier);
    if (channel == null) {
      session.count(Counter.UNKNOWN_IDENTIFIERS);
      LOGGER.log(
          System.Logger.Level.DEBUG,
          () -> what + " for an unknown identifier from connection " + session.id());
    }
    return channel;
  }

  /** Ends all, for a connection that is gone. */
  void endAll() {
    Map<String, LiveChannel> all = live;
    live = null;
    if (all != null) {
      all.values().forEach(LiveChannel::end);
    }
  }

  /** A subscription's end was decided on; may be called from any thread. */
  private void ended(Subscription subscription) {
    try {
      commands.execute(() -> endIfLive(subscription));
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Nothing to end: the node is stopping");
    }
  }

  private void endIfLive(Subscription subscription) {
    LiveChannel channel = find(subscription.identifier());
    if (channel != null && channel.subscription() == subscription) {
      end(channel);
    }
  }

  private void end(LiveChannel channel) {
    unsubscribe(channel.subscription().identifier());
    reject(channel.subscription().identifier(), session::send);
  }

  private void reject(String identifier, Consumer<ServerMessage> answer) {
    session.count(Counter.SUBSCRIPTIONS_REJECTED);
    answer.accept(new ServerMessage.Rejection(identifier));
  }

  private @Nullable LiveChannel find(String identifier) {
    return live == null ? null : live.get(identifier);
  }

  private boolean isFull() {
    return limits.subscriptions() > 0 && live != null && live.size() >= limits.subscriptions();
  }
}
