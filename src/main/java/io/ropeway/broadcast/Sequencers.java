package io.ropeway.broadcast;

import io.ropeway.config.ReplaySettings;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The sequencers of the durable streams that somebody on this node follows, by stream name. */
@ApplicationScoped
public class Sequencers {

  /** A sequencer, and how many follow its stream; replaced, never changed. */
  private record Counted(StreamSequencer sequencer, int follows) {}

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

  /** How many durable streams are followed. */
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
                    ? new Counted(new StreamSequencer(name, services), 1)
                    : new Counted(counted.sequencer(), counted.follows() + 1))
        .sequencer();
  }

  /** One follower less; the last one's going ends the sequencer. */
  void release(StreamSequencer sequencer) {
    sequencers.computeIfPresent(
        sequencer.stream(),
        (name, counted) -> {
          if (counted.follows() > 1) {
            return new Counted(counted.sequencer(), counted.follows() - 1);
          }
          sequencer.inTurn(() -> sequencer.tail().clear());
          return null;
        });
  }

  Collection<StreamSequencer> all() {
    List<StreamSequencer> all = new ArrayList<>(sequencers.size());
    sequencers.values().forEach(counted -> all.add(counted.sequencer()));
    return all;
  }
}
