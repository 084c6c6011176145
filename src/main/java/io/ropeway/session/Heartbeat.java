package io.ropeway.session;

import io.ropeway.config.HeartbeatSettings;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.PingStyle.Precision;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells clients that the server is there, and finds out which clients are not.
 *
 * <p>Each session is pinged by the dialect's own ping, at a random point of the period so that
 * thousands do not fall on one instant, and probed by WebSocket pings, which also a client that
 * never speaks answers. All sessions of one dialect share the ping frame of a second.
 */
@ApplicationScoped
public class Heartbeat {

  /** How long a closing handshake may take before the connection is dropped. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private record SharedPing(long time, EncodedFrame frame) {}

  @Inject HeartbeatSettings settings;
  @Inject TimerWheel timers;
  @Inject SharedTime time;

  private final ConcurrentMap<ProtocolCodec, SharedPing> pings = new ConcurrentHashMap<>();

  /** Starts both heartbeats of a session; they stop by themselves when it is gone. */
  public void start(ClientSession session) {
    start(session, PingStyle.STANDARD);
  }

  /** Starts them as the client wants to be pinged. */
  public void start(ClientSession session, PingStyle style) {
    new Beat(session, style).start();
  }

  /**
   * Drops the connection of a session that is ending, unless it is gone in time by itself. Due for
   * every session that ends without having been started.
   */
  public void expectEnd(ClientSession session) {
    timers.after(
        CLOSING,
        () -> {
          if (!session.isGone()) {
            session.terminate();
          }
        });
  }

  private EncodedFrame ping(ProtocolCodec codec, Precision precision) {
    long now = precision.of(time.now());
    if (precision != Precision.SECONDS) {
      return codec.encode(new ServerMessage.Ping(now));
    }
    SharedPing last = pings.get(codec);
    if (last == null || last.time() != now) {
      last = new SharedPing(now, codec.encode(new ServerMessage.Ping(now)));
      pings.put(codec, last);
    }
    return last.frame();
  }

  /** The heartbeat of one session; runs on the timer's thread. */
  private final class Beat implements Runnable {

    private final ClientSession session;
    private final Precision precision;
    private final Duration period;
    private final int beatsPerProbe;
    private int beats;
    private Timeout timeout;

    @SuppressWarnings("NullAway.Init") // the timeout is set before the first beat
    Beat(ClientSession session, PingStyle style) {
      this.session = session;
      this.precision = style.precision();
      this.period = style.interval() == null ? settings.ping() : style.interval();
      this.beatsPerProbe = (int) Math.max(1, settings.probe().toMillis() / period.toMillis());
      this.beats = ThreadLocalRandom.current().nextInt(beatsPerProbe);
    }

    void start() {
      long nanos = period.toNanos();
      Duration first = Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos));
      timeout = timers.every(first, period, this);
    }

    @Override
    public void run() {
      if (session.isGone()) {
        timeout.cancel();
      } else if (session.isEnding()) {
        timeout.cancel();
        expectEnd(session);
      } else {
        beat();
      }
    }

    /** Only clients of dialects that have a word for it can be asked to answer pings. */
    private boolean isSilent() {
      return settings.missedPongs() > 0
          && session.codec().isExtended()
          && session.unansweredPings() >= settings.missedPongs();
    }

    private void beat() {
      if (++beats >= beatsPerProbe) {
        beats = 0;
        if (session.unansweredProbes() >= settings.missedProbes()) {
          session.disconnect(DisconnectReason.NO_PONG);
          return;
        }
        session.probe();
      }
      if (isSilent()) {
        session.disconnect(DisconnectReason.NO_PONG);
        return;
      }
      session.pinged();
      session.outbox().offerUrgent(ping(session.codec(), precision));
    }
  }
}
