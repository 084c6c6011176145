package io.ropeway.channel;

import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.HistoryRequest;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Counter;
import io.ropeway.session.SerialExecutor;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
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
  private @Nullable Map<String, LiveChannel> live;
  private volatile boolean confirmedOnce;

  Subscriptions(
      ClientSession session,
      SubscriptionFactory factory,
      SerialExecutor commands,
      LimitSettings limits) {
    this.session = session;
    this.factory = factory;
    this.commands = commands;
    this.limits = limits;
  }

  /** Whether anything was ever confirmed. May be asked from any thread. */
  boolean confirmedOnce() {
    return confirmedOnce;
  }

  /** Subscribes, and gives the answer. */
  void subscribe(String identifier, Consumer<ServerMessage> answer) {
    if (session.isGone()) {
      return;
    }
    if (find(identifier) != null) {
      answer.accept(new ServerMessage.Confirmation(identifier));
      return;
    }
    Optional<LiveChannel> channel = isFull() ? Optional.empty() : create(identifier);
    if (channel.isEmpty()) {
      LOGGER.log(
          System.Logger.Level.DEBUG, () -> "Refused a subscription of connection " + session.id());
      reject(identifier, answer);
    } else {
      start(channel.get(), answer);
    }
  }

  private Optional<LiveChannel> create(String identifier) {
    try {
      return factory.create(session, identifier, commands, this::evicted);
    } catch (RuntimeException e) {
      LOGGER.log(
          System.Logger.Level.ERROR, "No channel could be made, connection " + session.id(), e);
      return Optional.empty();
    }
  }

  private void start(LiveChannel channel, Consumer<ServerMessage> answer) {
    String identifier = channel.subscription().identifier();
    channel.subscribe();
    if (channel.subscription().isRejected()) {
      channel.end();
      reject(identifier, answer);
      return;
    }
    if (live == null) {
      live = new LinkedHashMap<>(4);
    }
    live.put(identifier, channel);
    confirmedOnce = true;
    session.count(Counter.SUBSCRIPTIONS_CONFIRMED);
    answer.accept(new ServerMessage.Confirmation(identifier));
    channel.startTimers(commands);
  }

  void unsubscribe(String identifier) {
    LiveChannel channel = live == null ? null : live.remove(identifier);
    if (channel != null) {
      channel.end();
    }
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
    known(identifier, "History");
  }

  /** Says something to the other followers. */
  void whisper(String identifier, JsonValue data) {
    known(identifier, "A whisper");
  }

  /** Makes the client present. */
  void join(String identifier, PresenceRecord presence) {
    known(identifier, "Presence");
  }

  /** Ends the client's presence. */
  void leave(String identifier) {
    known(identifier, "Presence");
  }

  /** Tells who is present. */
  void presence(String identifier, boolean returnRecords) {
    known(identifier, "Presence");
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

  /** The right to follow ended; may be called from any thread. */
  private void evicted(Subscription subscription) {
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
