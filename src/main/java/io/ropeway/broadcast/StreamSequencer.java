package io.ropeway.broadcast;

import io.ropeway.protocol.StreamPosition;
import io.ropeway.session.Counter;
import io.ropeway.session.SerialExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the entries of one durable stream in order on this node and hands each to the followers
 * exactly once.
 *
 * <p>Entries come from this node's own commits, from the bus, and from the log itself, in any order
 * and any number of times. The next one is delivered, an older one dropped, a later one waits. A
 * gap that stands is read from the log. Everything happens in the sequencer's turn, on the delivery
 * threads; nothing here waits.
 */
final class StreamSequencer {

  private static final System.Logger LOGGER = System.getLogger(StreamSequencer.class.getName());

  /** How long a gap may stand before the log is asked: most close by themselves. */
  static final Duration GAP = Duration.ofMillis(50);

  private static final long NOT_BEGUN = -1;

  /** Entries that may wait for the one before them. */
  private static final int MOST_EARLY = 10_000;

  private final String stream;
  private final SequencerServices services;
  private final SerialExecutor turn;

  // All below is used in the turn only, but for the volatile ones, which others may read.
  private final TreeMap<Long, CachedEvent> early = new TreeMap<>();
  private final Set<Follow> follows = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Follow> ahead = new ArrayList<>(0);
  private final Tail tail;
  private volatile @Nullable StreamHead head;
  private volatile long next = NOT_BEGUN;
  private volatile long told = NOT_BEGUN;
  private long known;
  private boolean watchingGap;
  private boolean retired;

  StreamSequencer(String stream, SequencerServices services) {
    this.stream = stream;
    this.services = services;
    this.turn = new SerialExecutor(services.delivery());
    this.tail = new Tail(services.tailBytes(), services.tailLimit());
  }

  String stream() {
    return stream;
  }

  /** The stream's number and epoch; null before anybody went live. */
  @Nullable StreamHead head() {
    return head;
  }

  /** The offset of the entry that was delivered last. */
  long delivered() {
    return next - 1;
  }

  /**
   * The entry that was handed to all live followers last, those before it included; null while that
   * is not known, or just changing with the epoch.
   */
  @Nullable StreamPosition told() {
    StreamHead before = head;
    long offset = told;
    return before == null || offset == NOT_BEGUN || before != head
        ? null
        : new StreamPosition(stream, before.epoch(), offset);
  }

  Tail tail() {
    return tail;
  }

  /** Delivers nothing from now on: it has, or will have, a successor. In the turn. */
  void retire() {
    retired = true;
    early.clear();
    tail.clear();
  }

  /** Runs something in the turn. */
  void inTurn(Runnable task) {
    turn.execute(task);
  }

  /** Takes an entry that was committed; from any thread, at once. */
  void offer(LogEvent event) {
    turn.execute(() -> accept(new CachedEvent(event)));
  }

  private void accept(CachedEvent cached) {
    LogEvent event = cached.event();
    StreamHead current = head;
    if (retired) {
      return;
    }
    if (current == null) {
      keep(cached); // sorted out when the head is known
    } else if (!event.epoch().equals(current.epoch())) {
      services.reader().ask(() -> services.log().head(stream), answer(this::compare));
    } else if (event.offset() == next) {
      deliver(cached);
      deliverEarly();
    } else if (event.offset() > next) {
      keep(cached);
      watchGap();
    }
  }

  /** What comes when too much waits is read from the log, when its turn comes. */
  private void keep(CachedEvent cached) {
    known = Math.max(known, cached.offset());
    early.put(cached.offset(), cached);
    if (early.size() > MOST_EARLY) {
      early.pollLastEntry();
    }
  }

  private void deliverEarly() {
    while (!early.isEmpty() && early.firstKey() <= next) {
      CachedEvent cached = early.pollFirstEntry().getValue();
      if (cached.offset() == next) {
        deliver(cached);
      }
    }
  }

  private void deliver(CachedEvent cached) {
    LogEvent event = cached.event();
    forgetErased(event);
    next = event.offset() + 1;
    known = Math.max(known, event.offset());
    tail.add(cached);
    switch (event.kind()) {
      case DATA -> services.fanOut().deliver(cached);
      case EVICTION -> evict(event);
      default -> services.control().apply(event);
    }
    told = event.offset();
    admitAhead();
  }

  private void evict(LogEvent event) {
    for (Follow follow : List.copyOf(follows)) {
      if (follow.subscriber().identity().key().equals(event.payload())) {
        follow.evictAt(event.offset());
      }
    }
  }

  /** What was said and erased since is not told to anybody from memory. */
  private void forgetErased(LogEvent event) {
    String subject = event.subject();
    if (event.kind() == EventKind.REDACTION || subject != null && tail.tellsOf(subject)) {
      tail.clear();
      services.reader().forget(event.streamId());
    }
  }

  // Gaps.

  private boolean isMissingSomething() {
    return !early.isEmpty() || known >= next;
  }

  private void watchGap() {
    if (!watchingGap) {
      watchingGap = true;
      long missing = next;
      services.timers().after(GAP, () -> inTurn(() -> closeGap(missing)));
    }
  }

  private void closeGap(long missing) {
    StreamHead current = head;
    if (current == null || !isMissingSomething()) {
      watchingGap = false;
    } else if (next != missing) { // that one closed by itself; another may stand
      watchingGap = false;
      watchGap();
    } else {
      services.counters().count(Counter.GAPS_READ);
      services.reader().page(current, next - 1, answer(this::fillGap, () -> watchingGap = false));
    }
  }

  private void fillGap(List<CachedEvent> page) {
    watchingGap = false;
    long before = next;
    page.forEach(this::accept);
    if (next > before && isMissingSomething()) {
      closeGap(next);
      watchingGap = true;
    }
  }

  // Heads.

  /**
   * Compares with the log's head, as read by one who looks at all of them.
   *
   * @param deliveredBefore what was delivered before the head was asked for
   */
  void headSeen(StreamHead seen, long deliveredBefore) {
    inTurn(
        () -> {
          StreamHead current = head;
          if (current == null) {
            return;
          }
          if (seen.epoch().equals(current.epoch()) && seen.offset() < deliveredBefore) {
            LOGGER.log(
                System.Logger.Level.WARNING,
                "The log of stream " + stream + " went back; it begins a new epoch");
            services.reader().ask(() -> services.log().raiseEpoch(seen), answer(this::compare));
          } else {
            compare(seen);
          }
        });
  }

  /** The log has no such stream any more: it was restored from a time before it had. */
  void headGone() {
    services.reader().ask(() -> services.log().head(stream), answer(this::compare));
  }

  private void compare(StreamHead seen) {
    StreamHead current = head;
    if (current == null) {
      return;
    }
    if (!seen.epoch().equals(current.epoch()) || seen.id() != current.id()) {
      beginEpoch(seen);
    } else if (seen.floor() > next) {
      moveToFloor(seen);
    }
    known = Math.max(known, seen.offset());
    if (isMissingSomething()) {
      watchGap();
    }
  }

  private void beginEpoch(StreamHead seen) {
    services.counters().count(Counter.EPOCHS_BEGUN);
    told = NOT_BEGUN;
    head = seen;
    next = seen.epochStart();
    told = next - 1;
    known = 0;
    early.clear();
    tail.clear();
    for (Follow follow : List.copyOf(follows)) {
      follow.restartAt(seen.epochStart() - 1);
      follow.subscriber().restart(stream);
    }
    List.copyOf(ahead).forEach(Follow::enterRoom);
    ahead.clear();
  }

  private void moveToFloor(StreamHead seen) {
    next = seen.floor();
    told = next - 1;
    tail.clear();
    List.copyOf(follows).stream()
        .filter(Follow::isLive)
        .forEach(follow -> follow.subscriber().lose(stream));
    deliverEarly();
  }

  // Followers.

  /** Counts a follower in, held; it misses nothing from now on. */
  void add(Follow follow) {
    inTurn(() -> follows.add(follow));
  }

  void remove(Follow follow) {
    inTurn(
        () -> {
          follows.remove(follow);
          ahead.remove(follow);
        });
  }

  /** Lets a follower hear everything after an offset; see {@link Follow#replayAfter}. */
  void replay(Follow follow, long offset, Runnable done) {
    inTurn(() -> startReplay(follow, offset, done));
  }

  private void startReplay(Follow follow, long offset, Runnable done) {
    StreamHead start = follow.requireStart();
    begin(start);
    if (follow.hasEnded() || follow.waitsForReplay(() -> startReplay(follow, offset, done))) {
      return;
    }
    if (follow.isLive()) {
      long toldSince = follow.toldSince();
      if (offset >= toldSince) {
        done.run();
        return;
      }
      follow.leaveRoom();
      long resume = delivered();
      follow.tellSince(offset);
      new Replay(follow, this, services, toldSince, resume, done).turnPage();
    } else {
      follow.tellSince(offset);
      new Replay(follow, this, services, start.offset(), start.offset(), done).turnPage();
    }
  }

  /** Delivers from after a head on; in the turn. */
  void begin(StreamHead start) {
    StreamHead current = head;
    if (current == null) {
      head = start;
      next = start.offset() + 1;
      told = start.offset();
      List<CachedEvent> waiting = List.copyOf(early.values());
      early.clear();
      waiting.forEach(this::accept);
    } else if (!current.epoch().equals(start.epoch())) {
      services.reader().ask(() -> services.log().head(stream), answer(this::compare));
    }
  }

  /**
   * What to tell a follower next.
   *
   * @return empty if this node's memory does not reach back that far
   */
  List<CachedEvent> fromTail(long after) {
    return tail.after(after, LogReader.PAGE);
  }

  /**
   * Lets a follower hear what the room hears, if there is nothing left that it missed. In the turn.
   *
   * @return false if it has to be told something before
   */
  boolean admit(Follow follow) {
    if (follow.position() < delivered()) {
      return false;
    }
    if (follow.position() == delivered()) {
      follow.enterRoom();
    } else if (!follow.hasEnded()) {
      ahead.add(follow); // its snapshot is newer than what was delivered here so far
      known = Math.max(known, follow.position());
      watchGap();
    }
    return true;
  }

  private void admitAhead() {
    if (!ahead.isEmpty()) {
      for (Follow follow : List.copyOf(ahead)) {
        if (follow.position() <= delivered()) {
          ahead.remove(follow);
          follow.enterRoom();
        }
      }
    }
  }

  private <T> LogReader.Answer<T> answer(Consumer<T> action) {
    return answer(action, () -> {});
  }

  /** Has an answer of the log, or its failure, dealt with in the turn. */
  private <T> LogReader.Answer<T> answer(Consumer<T> action, Runnable onFailure) {
    return new LogReader.Answer<>() {
      @Override
      public void found(T what) {
        inTurn(() -> action.accept(what));
      }

      @Override
      public void failed() {
        inTurn(onFailure);
      }
    };
  }
}
