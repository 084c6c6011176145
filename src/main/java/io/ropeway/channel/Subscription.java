package io.ropeway.channel;

import io.ropeway.broadcast.Event;
import io.ropeway.protocol.PresenceRecord;
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
import jakarta.json.JsonValue;
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
  private final Consumer<Subscription> onEnded;
  private final Subscriber subscriber;
  private final SubscribedStreams streams;
  private final SubscriptionPresence presence;
  private @Nullable String whispersTo;
  private volatile boolean muted;
  private boolean undecided;
  private boolean wordless;
  private volatile boolean returning;
  private volatile State state = State.OPEN;

  Subscription(
      ClientSession session,
      String identifier,
      JsonObject params,
      ChannelServices services,
      SerialExecutor commands,
      SessionPresence sessionPresence,
      Consumer<Subscription> onEnded) {
    this.session = session;
    this.params = params;
    this.services = services;
    this.commands = commands;
    this.onEnded = onEnded;
    SubscriptionFate fate = new SubscriptionFate(this, session, commands);
    this.subscriber = new Subscriber(session, identifier, fate);
    this.streams = new SubscribedStreams(services, subscriber, fate);
    this.presence = new SubscriptionPresence(this, sessionPresence, services.presence());
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

  /** Who subscribed: the connection's party, unless {@link #actAs} named another. */
  public Identity identity() {
    return subscriber.identity();
  }

  /**
   * Names the party that this subscription speaks for, which its own parameters have proved: what
   * that party may no longer follow ends, and what it is not to hear is left out. Before any stream
   * is followed.
   */
  public void actAs(Identity party) {
    subscriber.actAs(party);
  }

  /**
   * When the right to one of its streams ends, sends the client away to come back, rather than
   * refusing the subscription: it follows streams by rights of their own, and keeps the others.
   */
  public void returnWhenEvicted() {
    returning = true;
  }

  /**
   * Lifts the limit of streams a subscription: what it follows is counted by what its party was
   * given, not by what a client may ask for. Before any stream is followed.
   */
  public void liftStreamLimit() {
    streams.liftLimit();
  }

  /**
   * Says that the client's program cannot read a farewell: if this is so of all subscriptions of
   * its connection, that is closed with 1012 and without one.
   */
  public void endWithoutWords() {
    wordless = true;
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

  /**
   * Follows a stream: its events reach the client as they are. Of a durable stream the client may
   * ask to be told again what it missed.
   */
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
            if (streams.follows(stream)) { // else it was stopped while this event waited
              services.handlers().contain(session, payload, callback);
            }
          });
    }
  }

  /** Follows a stream through a callback that gets each event bound to a type. */
  public <T> void streamFrom(String stream, Class<T> type, Consumer<T> callback) {
    streamFrom(stream, payload -> callback.accept(services.payloads().read(payload, type)));
  }

  /**
   * Begins to follow a durable stream whose state the channel shows in another way. First hold it,
   * then read that state and the stream's head in one transaction, then {@linkplain Following#from
   * say} so: the client hears everything that came after, and nothing twice.
   */
  public Following hold(String stream) {
    Following following = new Following(streams, stream);
    if (state == State.OPEN) {
      streams.hold(stream);
    }
    return following;
  }

  /** Stops following a stream. */
  public void stopStream(String stream) {
    streams.stop(stream);
  }

  /** Stops following all streams. */
  public void stopAll() {
    streams.stopAll();
  }

  /**
   * Lets the client whisper: what it sends so reaches all other followers of a stream, past this
   * channel.
   */
  public void whisperTo(String stream) {
    whispersTo = stream;
  }

  /** Lets the client be present in a stream, which it follows then, and ask who is. */
  public void allowPresence(String stream) {
    if (!streams.follows(stream)) {
      follow(stream, null);
    }
    presence.allow(stream);
  }

  /**
   * Makes the client present in a stream, which it follows then, and lets it ask who is. All
   * followers are told, unless it was there before; within {@link Channel#subscribed} that happens
   * after the confirmation.
   *
   * @param id names the client there; its connection may have no other id in that stream
   * @param info what others see of it: a record, a map, a JSON value; or null
   */
  public void joinPresence(String stream, String id, @Nullable Object info) {
    allowPresence(stream);
    presence.join(new PresenceRecord(id, info == null ? null : services.payloads().write(info)));
  }

  /** Ends the client's presence, as its subscription's end does by itself. */
  public void leavePresence() {
    presence.leave();
  }

  /** Sends to this client alone. Records, maps, JSON values, strings and numbers are written. */
  public void transmit(Object message) {
    if (state == State.OPEN && !muted) {
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
      onEnded.accept(this); // does nothing for one that was not confirmed: that has its answer
    }
  }

  /**
   * Publishes to everybody who follows a stream. If it is a durable one, that is stored when this
   * returns.
   *
   * @throws io.ropeway.service.Refusal UNAVAILABLE if it cannot be stored just now
   */
  public void broadcast(String stream, Object message) {
    services.publications().publish(new Event(stream, services.payloads().write(message)));
  }

  /** The same to everybody but this connection. */
  public void broadcastToOthers(String stream, Object message) {
    services
        .publications()
        .publish(new Event(stream, services.payloads().write(message)).excluding(connectionId()));
  }

  /** Ends it before it was confirmed, for nobody can say yes or no just now. */
  void postpone() {
    undecided = true;
    reject();
  }

  /** Whether it ended without a yes or a no. */
  boolean isUndecided() {
    return undecided;
  }

  /** Counts something of this subscription for its node. */
  void count(Counter counter) {
    session.count(counter);
  }

  /** Whether its client cannot read a farewell. */
  boolean isWordless() {
    return wordless;
  }

  boolean isRejected() {
    return state == State.REJECTED;
  }

  /** The right to follow has ended, and nothing is heard any more; from any thread. */
  void evicted() {
    if (returning) {
      session.disconnect(DisconnectReason.RIGHTS_CHANGED);
    } else {
      reject();
    }
  }

  /** Something of a stream cannot be told any more; from any thread. */
  boolean lost(String stream) {
    return streams.lost(stream);
  }

  /** The client's followed streams. */
  SubscribedStreams streams() {
    return streams;
  }

  /** The client's presence. */
  SubscriptionPresence presence() {
    return presence;
  }

  /** What the channel transmits while it is muted, the client has seen already. */
  void mute(boolean whether) {
    muted = whether;
  }

  /** Says something to the other followers, if the channel allows it. */
  void whisper(JsonValue data) {
    if (whispersTo != null) {
      services
          .publications()
          .publish(new Event(whispersTo, data.toString()).excluding(connectionId()).asTransient());
    }
  }

  /** Tells the client of presence. */
  void tellPresence(String news) {
    session.send(new ServerMessage.Presence(identifier(), news));
  }

  /** Nothing is heard or transmitted from here on. */
  void end() {
    streams.end();
    presence.leave();
    state = State.ENDED;
  }

  private void follow(String stream, @Nullable StreamCallback callback) {
    if (state == State.OPEN) {
      streams.follow(stream, callback);
    }
  }
}
