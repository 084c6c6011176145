package io.ropeway.session;

import io.ropeway.config.HeartbeatSettings;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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

  private record PingOfSecond(long second, EncodedFrame frame) {}

  @Inject HeartbeatSettings settings;
  @Inject TimerWheel timers;
  @Inject Clock clock;

  private final ConcurrentMap<ProtocolCodec, PingOfSecond> pings = new ConcurrentHashMap<>();

  /** Starts both heartbeats of a session; they stop by themselves when it is gone. */
  public void start(ClientSession session) {
    long period = settings.ping().toNanos();
    Duration first = Duration.ofNanos(ThreadLocalRandom.current().nextLong(period / 2, period));
    new Beat(session).start(first);
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

  private EncodedFrame ping(ProtocolCodec codec) {
    long second = clock.millis() / 1000;
    PingOfSecond last = pings.get(codec);
    if (last == null || last.second() != second) {
      last = new PingOfSecond(second, codec.encode(new ServerMessage.Ping(second)));
      pings.put(codec, last);
    }
    return last.frame();
  }

  /** The heartbeat of one session; runs on the timer's thread. */
  private final class Beat implements Runnable {

    private final ClientSession session;
    private final int beatsPerProbe;
    private int beats;
    private Timeout timeout;

    @SuppressWarnings("NullAway.Init") // the timeout is set before the first beat
    Beat(ClientSession session) {
      this.session = session;
      this.beatsPerProbe =
          (int) Math.max(1, settings.probe().toMillis() / settings.ping().toMillis());
      this.beats = ThreadLocalRandom.current().nextInt(beatsPerProbe);
    }

    void start(Duration first) {
      timeout = timers.every(first, settings.ping(), this);
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

    private void beat() {
      if (++beats >= beatsPerProbe) {
        beats = 0;
        if (session.unansweredProbes() >= settings.missedProbes()) {
          session.disconnect(DisconnectReason.NO_PONG);
          return;
        }
        session.probe();
      }
      session.outbox().offerUrgent(ping(session.codec()));
    }
  }
}
