package io.ropeway.channel;

import io.ropeway.broadcast.StreamFollows;
import io.ropeway.broadcast.StreamNames;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.service.DatabaseWatch;
import io.ropeway.service.reading.ReadableStreams;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import io.ropeway.session.PingStyle;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * The other way in, for clients that ask for one stream by name and say nothing after: they are
 * sessions like all others, with the same limits and the same end.
 */
@ApplicationScoped
public class StreamReaders {

  /** Often enough for proxies, and for finding out who is gone. */
  private static final PingStyle PINGS =
      new PingStyle(Duration.ofSeconds(15), PingStyle.Precision.SECONDS);

  @Inject Admission admission;
  @Inject CommandThreads threads;
  @Inject HandlerRunner handlers;
  @Inject ReadableStreams readable;
  @Inject StreamFollows follows;
  @Inject StreamNames names;
  @Inject DatabaseWatch database;
  @Inject TimerWheel timers;

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
    ClientSession session = admission.session(connection, request, identity, codec);
    ConnectionListener refusal = admission.refusal(session);
    if (refusal != null) {
      return refusal;
    }
    Runnable onClosed = admission.begin(session, PINGS);
    SerialExecutor commands = new SerialExecutor(threads);
    Patience patience = new Patience(session, commands, timers, database);
    StreamReader reader = new StreamReader(session, query, commands, patience, this, onClosed);
    reader.start();
    return reader;
  }
}
