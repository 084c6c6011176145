package io.ropeway.channel;

import io.ropeway.broadcast.Follow;
import io.ropeway.broadcast.StreamHead;
import io.ropeway.ledger.Reach;
import io.ropeway.ledger.ReceiptBook;
import io.ropeway.protocol.HistoryRequest;
import io.ropeway.room.StreamCallback;
import io.ropeway.room.Subscriber;
import io.ropeway.service.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one subscription: held while the client is not told yet that it is subscribed,
 * then told again as far as it asked, then live. Requests for history are met one after another.
 *
 * <p>Runs on the session's command queue, but for {@link #end()} and {@link #lost}, which come from
 * any thread.
 */
final class SubscribedStreams {

  /** Requests for history that may wait; nobody has a use for more. */
  private static final int WAITING_AT_MOST = 50;

  private static final Duration SETTLING = Duration.ofMillis(10);

  private final ChannelServices services;
  private final Subscriber subscriber;
  private final HistoryAnswers answers;
  private @Nullable ArrayDeque<HistoryRequest> waiting;
  private boolean live;
  private boolean unlimited;

  // Below: changed on the command queue, under the lock of this object; others read under it.

  private final Map<String, Follow> follows = new LinkedHashMap<>(2);

  private @Nullable HistoryPass pass;
  private boolean ended;

  SubscribedStreams(ChannelServices services, Subscriber subscriber, HistoryAnswers answers) {
    this.services = services;
    this.subscriber = subscriber;
    this.answers = answers;
  }

  /** Whom to tell what became of a request for history; from any thread. */
  interface HistoryAnswers {

    /** Everything that was asked for has been told. */
    void confirmed();

    /** It cannot all be told. */
    void rejected();

    /** Has something done on the command queue. */
    void enqueue(Runnable task);
  }

  /** From now on as many streams may be followed as its channel likes. */
  void liftLimit() {
    unlimited = true;
  }

  /**
   * Follows a stream, from now on. Of a transient one that is followed already it changes the
   * callback; a durable one goes on as it is.
   */
  void follow(String stream, @Nullable StreamCallback callback) {
    Follow follow = begin(stream, callback);
    if (follow != null && follow.isDurable()) {
      start(follow);
    }
  }

  /** Begins to follow a stream that is silent until it is told what the client is shown of it. */
  Following hold(String stream) {
    services.follows().ensure(stream);
    begin(stream, null);
    return new Following(this, stream);
  }

  private @Nullable Follow begin(String stream, @Nullable StreamCallback callback) {
    Follow before = find(stream);
    if (before != null && before.isDurable()) {
      return null;
    }
    int limit = unlimited ? 0 : services.limits().streams();
    if (before == null && limit > 0 && follows.size() >= limit) {
      throw new IllegalStateException("A subscription may follow " + limit + " streams");
    }
    Follow follow = services.follows().hold(stream, subscriber, callback);
    boolean late;
    synchronized (this) {
      late = ended;
      if (!late) {
        follows.put(stream, follow);
      }
    }
    if (late) {
      follow.end();
    }
    return follow;
  }

  private void start(Follow follow) {
    try {
      startAt(follow, services.follows().head(follow.stream()), false);
    } catch (RuntimeException e) {
      throw Refusal.unavailable("The stream cannot be followed just now; try again soon.", e);
    }
  }

  /** The client is shown the state of a stream as of this head. */
  void startAt(String stream, StreamHead head) {
    Follow follow = find(stream);
    if (follow != null && follow.isDurable() && follow.start() == null) {
      startAt(follow, head, true);
    }
  }

  private void startAt(Follow follow, StreamHead head, boolean shown) {
    follow.startAt(head, shown);
    if (live) {
      follow.goLive();
    }
  }

  boolean follows(String stream) {
    return find(stream) != null;
  }

  void stop(String stream) {
    Follow follow;
    synchronized (this) {
      follow = follows.remove(stream);
    }
    if (follow != null) {
      follow.end();
    }
  }

  void stopAll() {
    List<Follow> all;
    synchronized (this) {
      all = new ArrayList<>(follows.values());
      follows.clear();
    }
    all.forEach(Follow::end);
  }

  /** Nothing is heard or followed from here on; from any thread. */
  void end() {
    synchronized (this) {
      ended = true;
    }
    stopAll();
  }

  /** Whether the streams are live, or on their way there. */
  boolean areLive() {
    return live;
  }

  /**
   * The client knows that it is subscribed: it is told again what it asks for, and then everything.
   *
   * @param request what it asks for, or null
   * @param afterwards runs on the command queue once all streams are live
   * @throws RuntimeException if the database is away
   */
  void goLive(@Nullable HistoryRequest request, Runnable afterwards) {
    List<Follow> all = durable();
    all.stream().filter(follow -> follow.start() == null).forEach(this::start);
    live = true;
    Map<Follow, Long> offsets = new LinkedHashMap<>();
    all.forEach(follow -> offsets.put(follow, startOf(follow)));
    boolean answered = request == null || !resolve(all, request, offsets);
    replay(offsets, answered, afterwards);
  }

  /**
   * Settles where durable streams begin.
   *
   * @return whether there are any
   * @throws RuntimeException if the database is away
   */
  boolean begin() {
    List<Follow> all = durable();
    all.stream().filter(follow -> follow.start() == null).forEach(this::start);
    return !all.isEmpty();
  }

  /**
   * Finds out how far its streams had reached the client by an earlier socket.
   *
   * @param then is told; on any thread
   */
  void recollect(ReceiptBook book, Consumer<List<Reach>> then) {
    book.open(subscriber.identifier(), this::durable, then);
  }

  /**
   * The client knows that it is subscribed, but cannot say where it was before: it is told again
   * what is not known to have reached it, and then everything.
   *
   * @param earlier how far streams had reached it
   * @param once names of events that are not told again if they were sent at all
   * @param afterwards runs on the command queue once all streams are live
   */
  void goOn(List<Reach> earlier, Set<String> once, Runnable afterwards) {
    live = true;
    Map<Follow, Long> offsets = new LinkedHashMap<>();
    for (Follow follow : durable()) {
      offsets.put(follow, startOf(follow));
      StreamHead start = follow.start();
      for (Reach reach : earlier) {
        if (start != null && reach.stream().equals(follow.stream())) {
          offsets.put(follow, reach.resumeIn(start));
          follow.omit(once, reach.sentIn(start));
        }
      }
    }
    replay(offsets, true, afterwards);
  }

  /** Whether there are durable ones, silent until the client asks for history. */
  boolean areHeld() {
    return !live && !durable().isEmpty();
  }

  private static long startOf(Follow follow) {
    StreamHead start = follow.start();
    return start == null ? 0 : start.offset();
  }

  /** Tells again what the client asks for of streams that are live. */
  void history(HistoryRequest request) {
    if (waiting == null) {
      waiting = new ArrayDeque<>(2);
    }
    if (waiting.size() >= WAITING_AT_MOST) {
      answers.rejected();
      return;
    }
    waiting.add(request);
    if (waiting.size() == 1 && !isUnderWay()) {
      whenSettled(this::meetNext);
    }
  }

  private void meetNext() {
    HistoryRequest request = waiting == null ? null : waiting.poll();
    if (request == null) {
      return;
    }
    Map<Follow, Long> offsets = new LinkedHashMap<>();
    boolean answered = !resolve(durable(), request, offsets);
    replay(offsets, answered, () -> {});
  }

  /** Finds where to begin; if it cannot all be told, says so and returns false. */
  private boolean resolve(List<Follow> all, HistoryRequest request, Map<Follow, Long> offsets) {
    Optional<Map<Follow, Long>> found = services.histories().resolve(all, request);
    found.ifPresentOrElse(offsets::putAll, answers::rejected);
    return found.isPresent();
  }

  private void replay(Map<Follow, Long> offsets, boolean answered, Runnable afterwards) {
    HistoryPass next =
        new HistoryPass(
            offsets.keySet(), answered, answers, () -> answers.enqueue(() -> finish(afterwards)));
    synchronized (this) {
      pass = next;
    }
    if (next.endsAtOnce()) {
      finish(afterwards);
    } else {
      offsets.forEach((follow, offset) -> follow.replayAfter(offset, () -> next.told(follow)));
    }
  }

  private void finish(Runnable afterwards) {
    whenSettled(
        () -> {
          synchronized (this) {
            pass = null;
          }
          afterwards.run();
          meetNext();
        });
  }

  /** A stream whose history is told is live a moment later, when its turn has come. */
  private void whenSettled(Runnable action) {
    if (durable().stream().allMatch(Follow::isLive)) {
      action.run();
    } else {
      services.timers().after(SETTLING, () -> answers.enqueue(() -> whenSettled(action)));
    }
  }

  /**
   * Something of a stream cannot be told any more; from any thread.
   *
   * @return whether that is the answer to a request for history
   */
  boolean lost(String stream) {
    HistoryPass current;
    Follow follow;
    synchronized (this) {
      current = pass;
      follow = follows.get(stream);
    }
    return current != null && follow != null && current.lost(follow);
  }

  private synchronized List<Follow> durable() {
    return follows.values().stream().filter(Follow::isDurable).toList();
  }

  private synchronized boolean isUnderWay() {
    return pass != null;
  }

  private synchronized @Nullable Follow find(String stream) {
    return follows.get(stream);
  }
}
