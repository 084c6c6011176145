package io.ropeway.channel;

import io.ropeway.broadcast.Event;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.room.StreamCallback;
import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Counter;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import io.ropeway.session.SerialExecutor;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client's subscription as its {@link Channel} sees it: who subscribed and with which parameters,
 * the streams it follows, and the ways to say something.
 *
 * <p>Following and rejecting belong on the threads of the channel's own handlers; {@link #transmit}
 * and the broadcasts may be called from any thread.
 */
public final class Subscription {

  private enum State {
    OPEN,
    REJECTED,
    ENDED
  }

  private final ClientSession session;
  private final JsonObject params;
  private final ChannelServices services;
  private final SerialExecutor commands;
  private final Subscriber subscriber;
  private final Set<String> streams = new HashSet<>(2);
  private volatile State state = State.OPEN;

  Subscription(
      ClientSession session,
      String identifier,
      JsonObject params,
      ChannelServices services,
      SerialExecutor commands,
      Consumer<Subscription> onEvicted) {
    this.session = session;
    this.params = params;
    this.services = services;
    this.commands = commands;
    this.subscriber = new Subscriber(session, identifier, () -> onEvicted.accept(this));
  }

  /** The identifier exactly as the client sent it. */
  public String identifier() {
    return subscriber.identifier();
  }

  /** The identifier's parameters, the channel's name among them. */
  public JsonObject params() {
    return params;
  }

  /**
   * The identifier's parameters as a record, checked by Jakarta Validation. Parameters that do not
   * fit reject the subscription.
   */
  public <T> T params(Class<T> type) {
    return services.payloads().bind(params, type);
  }

  /** Who subscribed. */
  public Identity identity() {
    return session.identity();
  }

  /** How the connection was asked for: URL, headers, cookies. */
  public HandshakeRequest request() {
    return session.request();
  }

  /** Names the connection; the same for all its subscriptions. */
  public String connectionId() {
    return session.id();
  }

  /** Whether the client's connection is gone, or about to be. */
  public boolean isDisconnected() {
    return session.isEnding();
  }

  /** Follows a stream: its events reach the client as they are. */
  public void streamFrom(String stream) {
    follow(stream, null);
  }

  /**
   * Follows a stream through a callback, which gets each event's JSON text and may transmit what it
   * makes of it. Runs in turn with this subscription's handlers. A callback that falls as far
   * behind its stream as commands may wait costs the client its connection, as reading too slowly
   * does.
   */
  public void streamFrom(String stream, Consumer<String> callback) {
    follow(stream, payload -> hear(stream, payload, callback));
  }

  private void hear(String stream, String payload, Consumer<String> callback) {
    int limit = services.limits().queuedCommands();
    if (limit > 0 && commands.waiting() >= limit) {
      session.disconnect(DisconnectReason.TOO_SLOW);
    }
    if (!session.isEnding()) {
      commands.execute(
          () -> {
            if (streams.contains(stream)) { // else it was stopped while this event waited
              services.handlers().contain(session, payload, callback);
            }
          });
    }
  }

  /** Follows a stream through a callback that gets each event bound to a type. */
  public <T> void streamFrom(String stream, Class<T> type, Consumer<T> callback) {
    streamFrom(stream, payload -> callback.accept(services.payloads().read(payload, type)));
  }

  /** Stops following a stream. */
  public void stopStream(String stream) {
    if (streams.remove(stream)) {
      services.rooms().leave(stream, subscriber);
    }
  }

  /** Stops following all streams. */
  public void stopAll() {
    streams.forEach(stream -> services.rooms().leave(stream, subscriber));
    streams.clear();
  }

  /** Sends to this client alone. Records, maps, JSON values, strings and numbers are written. */
  public void transmit(Object message) {
    if (state == State.OPEN) {
      session.send(new ServerMessage.Data(identifier(), services.payloads().write(message)));
    }
  }

  /**
   * Refuses the subscription, or ends one that was confirmed. Within {@link Channel#subscribed} the
   * client is told when that returns.
   */
  public void reject() {
    if (state == State.OPEN) {
      state = State.REJECTED;
      subscriber.evict(); // does nothing for one that was not confirmed: that ends with its answer
    }
  }

  /** Publishes to everybody who follows a stream. */
  public void broadcast(String stream, Object message) {
    services.broadcaster().publish(new Event(stream, services.payloads().write(message)));
  }

  /** Publishes to everybody who follows a stream, but for this connection. */
  public void broadcastToOthers(String stream, Object message) {
    services
        .broadcaster()
        .publish(new Event(stream, services.payloads().write(message)).excluding(connectionId()));
  }

  /** Sends the client away to come back later, when it can be told yes or no. */
  void postpone() {
    session.disconnect(DisconnectReason.UNAVAILABLE);
    reject();
  }

  /** Counts something of this subscription for its node. */
  void count(Counter counter) {
    session.count(counter);
  }

  boolean isRejected() {
    return state == State.REJECTED;
  }

  /** Nothing is heard or transmitted from here on. */
  void end() {
    stopAll();
    state = State.ENDED;
  }

  private void follow(String stream, @Nullable StreamCallback callback) {
    if (state != State.OPEN) {
      return;
    }
    int limit = services.limits().streams();
    if (!streams.contains(stream) && limit > 0 && streams.size() >= limit) {
      throw new IllegalStateException("A subscription may follow " + limit + " streams");
    }
    streams.add(stream);
    services.rooms().follow(stream, subscriber, callback);
  }
}
