package io.ropeway.session;

import io.ropeway.protocol.EncodedFrame;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, bounded by bytes and by frames.
 *
 * <p>A frame goes straight to the connection while that is idle; else it waits, and the
 * connection's completion fetches it, so no thread belongs to a client. A ping overtakes everything
 * that waits, since clients reconnect when one is late. A client that lets more wait than it may
 * has its queue dropped and {@link Overflow} called once.
 */
public final class Outbox {

  /** Told once, on the offering thread, when the client is too slow. */
  public interface Overflow {
    void tooSlow();
  }

  /** Stands in the queue for a probe whose turn comes like that of a frame. */
  private static final EncodedFrame PROBE = new EncodedFrame("");

  private final Connection connection;
  private final Overflow overflow;
  private final int maxBytes;
  private final int maxFrames;

  // All below is guarded by this object, and so are the private methods that touch it.
  private @Nullable ArrayDeque<EncodedFrame> waiting; // made on first need: most clients keep up

  private @Nullable EncodedFrame urgent;

  private @Nullable Runnable onDrained;

  private @Nullable Runnable onBelowQuarter;

  private int waitingBytes;

  private int probesSent;

  private boolean sending;

  private boolean shut;

  /**
   * @param maxBytes how much may wait
   * @param maxFrames how many frames may wait; 0 for any number
   */
  public Outbox(Connection connection, Overflow overflow, int maxBytes, int maxFrames) {
    this.connection = connection;
    this.overflow = overflow;
    this.maxBytes = maxBytes;
    this.maxFrames = maxFrames;
  }

  /** Sends a frame, or lets it wait behind those before it. Ignored once shut. */
  public void offer(EncodedFrame frame) {
    boolean full = false;
    synchronized (this) {
      if (shut) {
        return;
      }
      if (sending) {
        full = !enqueue(frame);
        if (!full) {
          return;
        }
        shut = true;
        drop();
      } else {
        sending = true;
      }
    }
    if (full) {
      overflow.tooSlow();
    } else {
      transmit(frame);
    }
  }

  /** Lets everything wait until {@link #release}. Before anything is offered. */
  void hold() {
    synchronized (this) {
      sending = true;
    }
  }

  /** Sends the frame that all others waited for, and then them. Once, after {@link #hold}. */
  void release(EncodedFrame first) {
    transmit(first);
  }

  /** Sends a frame ahead of all that wait; a later urgent frame replaces one still waiting. */
  public void offerUrgent(EncodedFrame frame) {
    synchronized (this) {
      if (shut) {
        return;
      }
      if (sending) {
        urgent = frame;
        return;
      }
      sending = true;
    }
    transmit(frame);
  }

  /**
   * Sends a probe in turn, so that its answer shows that everything offered before has arrived.
   * Probes are numbered from 1 in the order in which they are sent. Ignored once shut.
   */
  void offerProbe() {
    synchronized (this) {
      if (shut) {
        return;
      }
      if (sending) {
        enqueueUnbounded(PROBE);
        return;
      }
      sending = true;
    }
    transmit(PROBE);
  }

  /** The number of the last probe that was sent in turn, 0 before the first. */
  synchronized int probesSent() {
    return probesSent;
  }

  /**
   * Sends a last frame and then runs an action; nothing offered later is sent.
   *
   * @param keepWaiting whether what already waits goes out before, or is dropped
   */
  public void finish(@Nullable EncodedFrame last, boolean keepWaiting, Runnable afterwards) {
    EncodedFrame first;
    synchronized (this) {
      shut = true;
      if (!keepWaiting) {
        drop();
      }
      if (sending) {
        if (last != null) {
          enqueueUnbounded(last);
        }
        onDrained = afterwards;
        return;
      }
      if (last != null) {
        sending = true;
        onDrained = afterwards;
      }
      first = last;
    }
    if (first == null) {
      afterwards.run();
    } else {
      transmit(first);
    }
  }

  /** Forgets everything; for a connection that is gone. */
  public synchronized void discard() {
    shut = true;
    onDrained = null;
    onBelowQuarter = null;
    drop();
  }

  /** Whether so little waits that the client can be sent what it did not ask for just now. */
  public synchronized boolean isBelowQuarter() {
    return waiting == null
        || waitingBytes <= maxBytes / 4 && (maxFrames <= 0 || waiting.size() <= maxFrames / 4);
  }

  /**
   * Runs an action once {@link #isBelowQuarter()}, now or on the thread that sends; never if the
   * session ends. One at a time: another one asked for meanwhile runs together with the first.
   */
  public void whenBelowQuarter(Runnable action) {
    synchronized (this) {
      if (shut) {
        return;
      }
      if (!isBelowQuarter()) {
        Runnable before = onBelowQuarter;
        onBelowQuarter =
            before == null
                ? action
                : () -> {
                  before.run();
                  action.run();
                };
        return;
      }
    }
    action.run();
  }

  /** Drops what waits for the subscription of an identifier, which has no right to it any more. */
  public synchronized void purge(String identifier) {
    if (waiting != null) {
      waiting.removeIf(
          frame -> {
            boolean purged = identifier.equals(frame.identifier());
            if (purged) {
              waitingBytes -= frame.size();
            }
            return purged;
          });
    }
  }

  /** The connection has handed over the frame that it took asynchronously. */
  public void sent() {
    EncodedFrame next = next();
    if (next != null) {
      transmit(next);
    }
  }

  /** Bytes that wait, for tests and counters. */
  synchronized int waitingBytes() {
    return waitingBytes;
  }

  private void transmit(EncodedFrame first) {
    EncodedFrame frame = first;
    while (frame != null && hand(frame)) {
      frame = next();
    }
  }

  private boolean hand(EncodedFrame frame) {
    if (frame != PROBE) {
      return connection.send(frame);
    }
    int number;
    synchronized (this) {
      number = ++probesSent;
    }
    connection.probe(number);
    return true;
  }

  private @Nullable EncodedFrame next() {
    EncodedFrame next;
    Runnable due = null;
    synchronized (this) {
      next = poll();
      if (next == null) {
        sending = false;
        due = onDrained;
        onDrained = null;
      }
      if (due == null && onBelowQuarter != null && isBelowQuarter()) {
        due = onBelowQuarter;
        onBelowQuarter = null;
      }
    }
    if (due != null) {
      due.run();
    }
    return next;
  }

  private @Nullable EncodedFrame poll() {
    EncodedFrame ahead = urgent;
    if (ahead != null) {
      urgent = null;
      return ahead;
    }
    EncodedFrame next = waiting == null ? null : waiting.poll();
    if (next != null) {
      waitingBytes -= next.size();
    } else {
      waiting = null; // a burst's array is not kept for an idle client
    }
    return next;
  }

  private boolean enqueue(EncodedFrame frame) {
    int frames = waiting == null ? 0 : waiting.size();
    if ((maxFrames > 0 && frames >= maxFrames) || waitingBytes + frame.size() > maxBytes) {
      return false;
    }
    enqueueUnbounded(frame);
    return true;
  }

  private void enqueueUnbounded(EncodedFrame frame) {
    if (waiting == null) {
      waiting = new ArrayDeque<>(4);
    }
    waiting.add(frame);
    waitingBytes += frame.size();
  }

  private void drop() {
    waiting = null;
    urgent = null;
    waitingBytes = 0;
  }
}
