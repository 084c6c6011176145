package io.ropeway.channel;

import io.ropeway.broadcast.StreamFollows;
import io.ropeway.broadcast.StreamNames;
import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.service.DatabaseWatch;
import io.ropeway.service.reading.ReadableStreams;
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
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The other way in, for clients that ask for one stream by name and say nothing after: they are
 * sessions like all others, with the same limits and the same end.
 */
@ApplicationScoped
public class StreamReaders {

  /** Often enough for proxies, and for finding out who is gone. */
  private static final PingStyle PINGS =
      new PingStyle(Duration.ofSeconds(15), PingStyle.Precision.SECONDS);

  @Inject SessionRegistry sessions;
  @Inject EndedCredentials endedCredentials;
  @Inject Heartbeat heartbeat;
  @Inject CommandThreads threads;
  @Inject HandlerRunner handlers;
  @Inject ReadableStreams readable;
  @Inject StreamFollows follows;
  @Inject StreamNames names;
  @Inject DatabaseWatch database;
  @Inject TimerWheel timers;
  @Inject LimitSettings limits;
  @Inject Clock clock;

  /**
   * Begins to read. The connection is told a {@code Confirmation} first, or a {@code Rejection}, or
   * else it is closed for a reason.
   */
  public ConnectionListener open(
      Connection connection,
      HandshakeRequest request,
      Identity identity,
      ProtocolCodec codec,
      StreamQuery query) {
    ClientSession session =
        new ClientSession(
            UUID.randomUUID().toString(),
            identity,
            request,
            codec,
            connection,
            limits,
            sessions.counters());
    if (!sessions.add(session)) {
      return farewell(session, DisconnectReason.TOO_MANY_CONNECTIONS);
    }
    if (endedCredentials.contains(identity.credentialId())) {
      sessions.remove(session);
      return farewell(session, DisconnectReason.UNAUTHORIZED);
    }
    session.count(Counter.CONNECTIONS_WELCOMED);
    heartbeat.start(session, PINGS);
    Timeout expiry = expiry(session);
    SerialExecutor commands = new SerialExecutor(threads);
    StreamReader reader =
        new StreamReader(
            session,
            query,
            commands,
            new Patience(session, commands, timers, database),
            this,
            () -> {
              if (expiry != null) {
                expiry.cancel();
              }
              sessions.remove(session);
            });
    reader.start();
    return reader;
  }

  private ConnectionListener farewell(ClientSession session, DisconnectReason reason) {
    session.disconnect(reason);
    session.count(Counter.CONNECTIONS_REFUSED);
    heartbeat.expectEnd(session);
    return new FarewellListener(session);
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
