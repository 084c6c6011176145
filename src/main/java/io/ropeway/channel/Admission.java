package io.ropeway.channel;

import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.ProtocolCodec;
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
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes sessions of open connections and lets them in, whatever they come for, or sends them away.
 */
@ApplicationScoped
public class Admission {

  @Inject SessionRegistry sessions;
  @Inject EndedCredentials endedCredentials;
  @Inject Heartbeat heartbeat;
  @Inject TimerWheel timers;
  @Inject LimitSettings limits;
  @Inject Clock clock;

  /** A session that is not let in yet. */
  ClientSession session(
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

  /**
   * Lets a session in, if there is room and its credential is still good.
   *
   * @return null, or what listens to the connection of one that is not let in
   */
  @Nullable ConnectionListener refusal(ClientSession session) {
    if (!sessions.add(session)) {
      return refuse(session, DisconnectReason.TOO_MANY_CONNECTIONS);
    }
    if (endedCredentials.contains(session.identity().credentialId())) {
      sessions.remove(session);
      return refuse(session, DisconnectReason.UNAUTHORIZED);
    }
    return null;
  }

  /** Tells a client why it is not served, in its own dialect, and closes. */
  ConnectionListener refuse(ClientSession session, DisconnectReason reason) {
    session.disconnect(reason);
    session.count(Counter.CONNECTIONS_REFUSED);
    heartbeat.expectEnd(session);
    return new FarewellListener(session);
  }

  /**
   * Begins to ping a session that was let in, and ends it when its credential ends.
   *
   * @return to be run when its connection is gone
   */
  Runnable begin(ClientSession session, PingStyle pings) {
    session.count(Counter.CONNECTIONS_WELCOMED);
    heartbeat.start(session, pings);
    Timeout expiry = expiry(session);
    return () -> {
      if (expiry != null) {
        expiry.cancel();
      }
      sessions.remove(session);
    };
  }

  private @Nullable Timeout expiry(ClientSession session) {
    Instant end = session.identity().expiresAt();
    return end == null
        ? null
        : timers.after(
            Duration.between(clock.instant(), end),
            () -> session.disconnect(DisconnectReason.TOKEN_EXPIRED));
  }
}
