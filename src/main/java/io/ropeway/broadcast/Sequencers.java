package io.ropeway.broadcast;

import io.ropeway.config.ReplaySettings;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sequencers of the durable streams that somebody on this node follows, by stream name.
 *
 * <p>One that nobody follows any more stays for a while: those who lost their connections come back
 * soon, and find in its memory what they missed.
 */
@ApplicationScoped
public class Sequencers {

  /** How long a sequencer stays without followers. */
  static final Duration IDLE = Duration.ofSeconds(30);

  /** A sequencer, and how many follow its stream, since when nobody; replaced, never changed. */
  private record Counted(StreamSequencer sequencer, int follows, long idleSince) {}

  @Inject DeliveryThreads delivery;
  @Inject LocalFanOut fanOut;
  @Inject LogReader reader;
  @Inject StreamLog log;
  @Inject TimerWheel timers;
  @Inject ControlEntries control;
  @Inject SessionRegistry sessions;
  @Inject ReplaySettings settings;

  private final ConcurrentMap<String, Counted> sequencers = new ConcurrentHashMap<>();
  private final AtomicLong tailBytes = new AtomicLong();

  /** Seconds, counted by the one thread that calls {@link #retireIdle}. */
  private volatile long ticks;

  private SequencerServices services;

  @SuppressWarnings("NullAway.Init") // the container calls gather() before any use
  public Sequencers() {}

  @PostConstruct
  void gather() {
    services =
        new SequencerServices(
            delivery,
            fanOut,
            reader,
            log,
            timers,
            control,
            sessions.counters(),
            tailBytes,
            settings.cacheBytes());
  }

  /**
   * Takes an entry that was committed, on this node or another: queues it and returns. Entries may
   * come in any order, more than once, or not at all.
   */
  public void offer(LogEvent event) {
    Counted counted = sequencers.get(event.stream());
    if (counted != null) {
      counted.sequencer().offer(event);
    }
  }

  /** Frees memory from the streams that nobody has used for the longest time. */
  void shrinkTails() {
    if (tailBytes.get() <= settings.cacheBytes() / 10 * 9) {
      return;
    }
    List<StreamSequencer> byUse = new ArrayList<>(all());
    byUse.sort(Comparator.comparingLong(sequencer -> sequencer.tail().lastUsed()));
    long surplus = tailBytes.get() - settings.cacheBytes() / 4 * 3;
    for (StreamSequencer sequencer : byUse) {
      if (surplus <= 0) {
        return;
      }
      surplus -= sequencer.tail().weight();
      sequencer.inTurn(() -> sequencer.tail().clear());
    }
  }

  /** How many durable streams are followed, or were a moment ago. */
  public int size() {
    return sequencers.size();
  }

  /** What the entries weigh that are kept in memory, in bytes. */
  public long cachedBytes() {
    return tailBytes.get();
  }

  /** The sequencer of a stream, counted for one more follower; made if it is the first. */
  StreamSequencer acquire(String stream) {
    return sequencers
        .compute(
            stream,
            (name, counted) ->
                counted == null
                    ? new Counted(new StreamSequencer(name, services), 1, 0)
                    : new Counted(counted.sequencer(), counted.follows() + 1, 0))
        .sequencer();
  }

  /** One follower less. */
  void release(StreamSequencer sequencer) {
    sequencers.computeIfPresent(
        sequencer.stream(),
        (name, counted) -> new Counted(sequencer, counted.follows() - 1, ticks));
  }

  /** Lets go of sequencers that nobody has followed for a while. Called once a second. */
  void retireIdle() {
    ticks++;
    for (Counted counted : sequencers.values()) {
      if (isIdle(counted)) {
        counted.sequencer().inTurn(() -> retire(counted.sequencer()));
      }
    }
  }

  /** In the sequencer's turn: so none of its deliveries meets followers of its successor. */
  private void retire(StreamSequencer sequencer) {
    sequencers.computeIfPresent(
        sequencer.stream(),
        (name, counted) -> {
          if (counted.sequencer() != sequencer || !isIdle(counted)) {
            return counted;
          }
          sequencer.retire();
          return null;
        });
  }

  private boolean isIdle(Counted counted) {
    return counted.follows() == 0 && ticks - counted.idleSince() >= IDLE.toSeconds();
  }

  Collection<StreamSequencer> all() {
    List<StreamSequencer> all = new ArrayList<>(sequencers.size());
    sequencers.values().forEach(counted -> all.add(counted.sequencer()));
    return all;
  }
}
