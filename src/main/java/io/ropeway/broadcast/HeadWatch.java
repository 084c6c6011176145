package io.ropeway.broadcast;

import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks once a second, by one query, whether the logs of the followed streams have gone on without
 * this node hearing of it. So what the bus loses is late by a second, and not lost.
 */
@ApplicationScoped
public class HeadWatch {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  @Inject Sequencers sequencers;
  @Inject LogReader reader;
  @Inject StreamLog log;
  @Inject TimerWheel timers;

  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();

  /** Has this bean made while the application starts. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    timers.every(
        PERIOD,
        PERIOD,
        () -> {
          sequencers.shrinkTails();
          sequencers.retireIdle();
          look();
        });
  }

  /** Looks at once, because something may have been missed. From any thread; returns at once. */
  public void lookNow() {
    again.set(true);
    look();
  }

  private void look() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    again.set(false);
    Map<Long, Looked> looked = new HashMap<>();
    for (StreamSequencer sequencer : sequencers.all()) {
      StreamHead head = sequencer.head();
      if (head != null) {
        looked.put(head.id(), new Looked(sequencer, sequencer.delivered()));
      }
    }
    if (looked.isEmpty()) {
      looking.set(false);
      return;
    }
    reader.ask(() -> log.heads(looked.keySet()), new Heads(looked));
  }

  /** A sequencer, and what it had delivered before the heads were asked for. */
  private record Looked(StreamSequencer sequencer, long delivered) {}

  private final class Heads implements LogReader.Answer<List<StreamHead>> {
    private final Map<Long, Looked> looked;

    Heads(Map<Long, Looked> looked) {
      this.looked = looked;
    }

    @Override
    public void found(List<StreamHead> heads) {
      for (StreamHead head : heads) {
        Looked one = looked.remove(head.id());
        if (one != null && one.sequencer().stream().equals(head.stream())) {
          one.sequencer().headSeen(head, one.delivered());
        } else if (one != null) {
          one.sequencer().headGone();
        }
      }
      looked.values().forEach(one -> one.sequencer().headGone());
      finish();
    }

    @Override
    public void failed() { // the next look comes by itself
      finish();
    }

    private void finish() {
      looking.set(false);
      if (again.get()) {
        look();
      }
    }
  }
}
