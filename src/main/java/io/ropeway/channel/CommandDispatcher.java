package io.ropeway.channel;

import io.ropeway.config.AnonymousSettings;
import io.ropeway.config.LimitSettings;
import io.ropeway.ledger.ReceiptBooks;
import io.ropeway.ledger.RestorableSessions;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.Counter;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.EndedCredentials;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Heartbeat;
import io.ropeway.session.Identity;
import io.ropeway.session.PingStyle;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The one way in: makes a session of an open connection and has its commands run. */
@ApplicationScoped
public class CommandDispatcher {

  @Inject SessionRegistry sessions;
  @Inject EndedCredentials endedCredentials;
  @Inject Heartbeat heartbeat;
  @Inject CommandThreads threads;
  @Inject SubscriptionFactory subscriptionFactory;
  @Inject ReceiptBooks books;
  @Inject RestorableSessions restorable;
  @Inject TimerWheel timers;
  @Inject LimitSettings limits;
  @Inject AnonymousSettings anonymous;
  @Inject Clock clock;

  /** Welcomes a client. What its connection tells goes to the returned listener. */
  public ConnectionListener welcome(
      Connection connection, HandshakeRequest request, Identity identity, ProtocolCodec codec) {
    ClientSession session = session(connection, request, identity, codec);
    if (!sessions.add(session)) {
      return farewell(session, DisconnectReason.TOO_MANY_CONNECTIONS);
    }
    if (endedCredentials.contains(identity.credentialId())) {
      sessions.remove(session);
      return farewell(session, DisconnectReason.UNAUTHORIZED);
    }
    SerialExecutor commands = new SerialExecutor(threads);
    session.runsCommandsOn(commands);
    SessionMemory memory =
        new SessionMemory(session, books.open(session, commands).orElse(null), restorable);
    Subscriptions subscriptions =
        new Subscriptions(session, subscriptionFactory, commands, limits, memory);
    String former = codec.isExtended() ? Restoring.former(request) : null;
    if (former == null) {
      session.send(new ServerMessage.Welcome(session.id()));
    } else {
      new Restoring(session, commands, subscriptions, restorable, timers).begin(former);
    }
    session.count(Counter.CONNECTIONS_WELCOMED);
    heartbeat.start(session, PingStyle.of(request));
    List<TimerWheel.Timeout> deadlines = deadlines(session, subscriptions);
    return new SessionDispatcher(
        session,
        commands,
        subscriptions,
        limits,
        code -> {
          deadlines.forEach(TimerWheel.Timeout::cancel);
          sessions.remove(session);
          memory.closed(code);
        });
  }

  /** Tells a client why it is not served, in its own dialect, and closes. */
  public ConnectionListener refuse(
      Connection connection,
      HandshakeRequest request,
      ProtocolCodec codec,
      DisconnectReason reason) {
    ClientSession session = session(connection, request, Identity.anonymous(), codec);
    return farewell(session, reason);
  }

  private ConnectionListener farewell(ClientSession session, DisconnectReason reason) {
    session.disconnect(reason);
    session.count(Counter.CONNECTIONS_REFUSED);
    heartbeat.expectEnd(session);
    return new FarewellListener(session);
  }

  private ClientSession session(
      Connection connection, HandshakeRequest request, Identity identity, ProtocolCodec codec) {
    return new ClientSession(
        UUID.randomUUID().toString(),
        identity,
        request,
        codec,
        connection,
        limits,
        sessions.counters());
  }

  /** What ends a session in time, whatever its client does. */
  private List<TimerWheel.Timeout> deadlines(ClientSession session, Subscriptions subscriptions) {
    List<TimerWheel.Timeout> deadlines = new ArrayList<>(1);
    Instant expiry = session.identity().expiresAt();
    if (expiry != null) {
      deadlines.add(
          timers.after(
              Duration.between(clock.instant(), expiry),
              () -> session.disconnect(DisconnectReason.TOKEN_EXPIRED)));
    }
    if (session.identity().isAnonymous()) {
      deadlines.add(
          timers.after(
              anonymous.grace(),
              () -> {
                if (!subscriptions.confirmedOnce()) {
                  session.disconnect(DisconnectReason.UNAUTHORIZED);
                }
              }));
    }
    return deadlines;
  }
}
