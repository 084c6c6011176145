package io.ropeway.broadcast;

import io.ropeway.session.Counter;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.TimerWheel.Timeout;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells one follower what it missed, as fast as its client takes it, and then lets it go live.
 *
 * <p>The next page is fetched when the client has taken most of the last one, so a replay holds no
 * more than a page, whatever was missed. Pages are found, and the end of the replay with them, in
 * the sequencer's turn; they are told on other threads, so that the stream need not wait for those
 * who come late. Each step ends in at most one thing that is waited for, so steps never overlap.
 */
final class Replay {

  /** A client that takes nothing for this long while there is more for it is too slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Follow follow;
  private final StreamSequencer sequencer;
  private final SequencerServices services;
  private final long milestone;
  private final long resume;
  private @Nullable Runnable done;
  private String epoch;
  private boolean counted;
  private @Nullable Timeout waiting;
  private List<CachedEvent> page = List.of();
  private int index;

  /**
   * @param milestone the offset up to which the client has missed something
   * @param resume where to go on after that: what lies between was told live
   * @param done runs at the milestone
   */
  Replay(
      Follow follow,
      StreamSequencer sequencer,
      SequencerServices services,
      long milestone,
      long resume,
      Runnable done) {
    this.follow = follow;
    this.sequencer = sequencer;
    this.services = services;
    this.milestone = milestone;
    this.resume = resume;
    this.done = done;
    this.epoch = follow.requireStart().epoch();
    follow.replayBegins();
  }

  /** Begins. In the sequencer's turn, where alone the next page is found. */
  void turnPage() {
    StreamHead head = sequencer.head();
    if (head == null || follow.hasEnded()) {
      return;
    }
    count();
    if (!head.epoch().equals(epoch)) {
      restart(head);
    }
    passMilestone();
    if (sequencer.admit(follow)) {
      return;
    }
    List<CachedEvent> events = sequencer.fromTail(follow.position());
    if (events.isEmpty()) {
      services.reader().page(head, follow.position(), new Pages());
    } else {
      read(events);
    }
  }

  private void count() {
    if (!counted && follow.position() < milestone) {
      counted = true;
      services.counters().count(Counter.REPLAYS);
    }
  }

  /** What was to be told is of a log that is no more. */
  private void restart(StreamHead head) {
    epoch = head.epoch();
    done = null;
    follow.moveTo(head.epochStart() - 1);
  }

  private void read(List<CachedEvent> events) {
    page = events;
    index = 0;
    services.delivery().execute(this::proceed);
  }

  /** Tells what is on the page, as long as the client takes it. On a thread of its own. */
  private void proceed() {
    while (!follow.hasEnded()) {
      if (passMilestone() || index == page.size()) {
        sequencer.inTurn(this::turnPage);
        return;
      }
      if (!follow.subscriber().session().outbox().isBelowQuarter()) {
        waitForClient();
        return;
      }
      follow.tell(page.get(index++));
    }
  }

  /** True if there is something else to go on with than the page. */
  private boolean passMilestone() {
    Runnable action = done;
    if (action == null || follow.position() < milestone) {
      return false;
    }
    done = null;
    action.run();
    if (resume <= follow.position()) {
      return false;
    }
    follow.moveTo(resume);
    return true;
  }

  private void waitForClient() {
    waiting = services.timers().after(PATIENCE, this::giveUp);
    follow.subscriber().session().outbox().whenBelowQuarter(this::goOn);
  }

  private void giveUp() {
    if (!follow.hasEnded()) {
      follow.subscriber().session().disconnect(DisconnectReason.TOO_SLOW);
    }
  }

  private void goOn() {
    Timeout patience = waiting;
    if (patience != null) {
      patience.cancel();
      waiting = null;
    }
    services.delivery().execute(this::proceed);
  }

  /** What the reader brings. */
  private final class Pages implements LogReader.Answer<List<CachedEvent>> {

    @Override
    public void found(List<CachedEvent> events) {
      if (events.isEmpty()) {
        findFloor();
      } else {
        read(events);
      }
    }

    @Override
    public void failed() { // it is away: that is not the client's fault, and nothing is lost
      services.timers().after(RETRY, () -> sequencer.inTurn(Replay.this::turnPage));
    }
  }

  /** The log no longer has what comes next: the client is told, and goes on with what there is. */
  private void findFloor() {
    services
        .reader()
        .ask(
            () -> services.log().head(sequencer.stream()),
            new LogReader.Answer<>() {
              @Override
              public void found(StreamHead head) {
                sequencer.inTurn(() -> skipTo(head));
              }

              @Override
              public void failed() {
                new Pages().failed();
              }
            });
  }

  private void skipTo(StreamHead head) {
    if (head.floor() - 1 > follow.position()) {
      done = null;
      follow.moveTo(head.floor() - 1);
      follow.subscriber().lose(sequencer.stream());
      turnPage();
    } else {
      new Pages().failed();
    }
  }
}
