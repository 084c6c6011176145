package io.ropeway.ledger;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBus;
import io.ropeway.session.ClientSession;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds out whether a socket is still answered, by a ping that leaves it two seconds, wherever the
 * socket is. Safe for all threads.
 */
@ApplicationScoped
public class Examinations {

  /** How long a client may take to answer. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How long another node may take to tell. */
  static final Duration REMOTE_PATIENCE = Duration.ofMillis(2_500);

  private static final Duration STEP = Duration.ofMillis(100);

  @Inject SessionRegistry sessions;
  @Inject TimerWheel timers;
  @Inject ClusterBus bus;
  @Inject Receipts receipts;

  /** Who waits for what other nodes find out, by session. */
  private final ConcurrentMap<String, List<Runnable>> waiting = new ConcurrentHashMap<>();

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * Asks a socket of this node for a sign of life.
   *
   * @param then runs once there was one, or there was none in time; see {@link
   *     ClientSession#isAwaited()}
   */
  void examine(ClientSession session, Runnable then) {
    session.call();
    look(session, PATIENCE, then);
  }

  private void look(ClientSession session, Duration left, Runnable then) {
    if (!session.isAwaited() || session.isGone() || left.isZero()) {
      then.run();
    } else {
      timers.after(STEP, () -> look(session, left.minus(STEP), then));
    }
  }

  /** Comes back in a moment. */
  void wait(Duration time, Runnable then) {
    timers.after(time, then);
  }

  /**
   * Has the node that has a session examine it. One that is found silent is closed there, and its
   * receipts are broken.
   *
   * @param then runs when that node has told that it has done so, or in time
   */
  void examineElsewhere(String sessionId, Runnable then) {
    told.remove(sessionId);
    waiting.computeIfAbsent(sessionId, id -> new CopyOnWriteArrayList<>()).add(then);
    bus.send(new BusMessage.Suspected(sessionId));
    timers.after(
        REMOTE_PATIENCE,
        () -> {
          List<Runnable> late = waiting.remove(sessionId);
          if (late != null) {
            late.forEach(Runnable::run);
          }
        });
  }

  /** Whether the node that has a session told of it when it was asked last. */
  boolean wasTold(String sessionId) {
    return told.remove(sessionId);
  }

  /** Another node wants to know of a session. */
  void suspected(@Observes BusMessage.Suspected message) {
    sessions
        .find(message.sessionId())
        .ifPresent(
            session ->
                examine(
                    session,
                    () -> {
                      if (session.isAwaited()) {
                        session.terminate();
                      }
                      tell(message.sessionId());
                    }));
  }

  private void tell(String sessionId) {
    receipts.afterWriting(() -> bus.send(new BusMessage.Examined(sessionId)));
  }

  /** Another node has found out what we wanted to know. */
  void examined(@Observes BusMessage.Examined message) {
    List<Runnable> asked = waiting.remove(message.sessionId());
    if (asked != null) {
      told.add(message.sessionId());
      asked.forEach(Runnable::run);
    }
  }
}
