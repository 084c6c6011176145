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
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import io.ropeway.session.PingStyle;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The way in for clients that give commands: welcomes them, and has their commands run. */
@ApplicationScoped
public class CommandDispatcher {

  @Inject Admission admission;
  @Inject CommandThreads threads;
  @Inject SubscriptionFactory subscriptionFactory;
  @Inject ReceiptBooks books;
  @Inject RestorableSessions restorable;
  @Inject TimerWheel timers;
  @Inject LimitSettings limits;
  @Inject AnonymousSettings anonymous;

  /** Welcomes a client. What its connection tells goes to the returned listener. */
  public ConnectionListener welcome(
      Connection connection, HandshakeRequest request, Identity identity, ProtocolCodec codec) {
    ClientSession session = admission.session(connection, request, identity, codec);
    ConnectionListener refusal = admission.refusal(session);
    if (refusal != null) {
      return refusal;
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
    Runnable onClosed = admission.begin(session, PingStyle.of(request));
    Timeout grace = grace(session, subscriptions);
    return new SessionDispatcher(
        session,
        commands,
        subscriptions,
        limits,
        code -> {
          if (grace != null) {
            grace.cancel();
          }
          onClosed.run();
          memory.closed(code);
        });
  }

  /** Tells a client why it is not served, in its own dialect, and closes. */
  public ConnectionListener refuse(
      Connection connection,
      HandshakeRequest request,
      ProtocolCodec codec,
      DisconnectReason reason) {
    return admission.refuse(
        admission.session(connection, request, Identity.anonymous(), codec), reason);
  }

  /** Ends a session in time that nobody stands for and that follows nothing. */
  private @Nullable Timeout grace(ClientSession session, Subscriptions subscriptions) {
    return session.identity().isAnonymous()
        ? timers.after(
            anonymous.grace(),
            () -> {
              if (!subscriptions.confirmedOnce()) {
                session.disconnect(DisconnectReason.UNAUTHORIZED);
              }
            })
        : null;
  }
}
