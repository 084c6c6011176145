package io.ropeway.session;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All deadlines and periods of a node: a hashed timing wheel that one thread turns.
 *
 * <p>Setting and cancelling cost the same however many thousands are set, and a set timeout is one
 * small object. Tasks run on the turning thread, so they must be short and must not block: they
 * hand real work to an executor. A task runs at its time or up to one tick later, never before.
 */
public final class TimerWheel {

  /** The time between two turns. */
  public static final Duration TICK = Duration.ofMillis(50);

  /** Longer than any server runs, and small enough to be added to. */
  private static final Duration FOREVER = Duration.ofDays(365 * 50);

  private static final int SLOTS = 1024; // 51 seconds a round, longer than nearly all deadlines
  private static final System.Logger LOGGER = System.getLogger(TimerWheel.class.getName());

  private final Slot[] slots = new Slot[SLOTS];
  private final LongSupplier nanoClock;
  private final long start;
  private volatile long turned;

  /**
   * @param nanoClock a clock like {@link System#nanoTime()}
   */
  public TimerWheel(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    for (int i = 0; i < SLOTS; i++) {
      slots[i] = new Slot();
    }
  }

  /** Runs a task once, after a delay. */
  public Timeout after(Duration delay, Runnable task) {
    Timeout timeout = new Timeout(task);
    place(timeout, nanos(delay));
    return timeout;
  }

  /**
   * Runs a task again and again until cancelled, first after {@code first}. Runs that were missed
   * while the process stood still are left out.
   */
  public Timeout every(Duration first, Duration period, Runnable task) {
    Timeout timeout = new Timeout(task);
    timeout.periodTicks = ticks(nanos(period));
    place(timeout, nanos(first));
    return timeout;
  }

  /** Runs everything whose time has come. Called by one thread, about once a {@link #TICK}. */
  public void turn() {
    long now = now();
    for (long tick = turned + 1; tick <= now; tick++) {
      turned = tick;
      slot(tick).run(tick);
    }
  }

  /** The time that the wheel goes by, as {@link System#nanoTime()}. */
  public long nanoTime() {
    return nanoClock.getAsLong();
  }

  private long now() {
    return (nanoClock.getAsLong() - start) / TICK.toNanos();
  }

  private void place(Timeout timeout, long delayNanos) {
    long elapsed = nanoClock.getAsLong() - start;
    long due = Math.max(turned + 1, ticks(elapsed + delayNanos));
    slot(due).add(timeout, due);
  }

  /** How many turns a time takes, rounded up. */
  private static long ticks(long nanos) {
    return Math.max(1, (nanos + TICK.toNanos() - 1) / TICK.toNanos());
  }

  private static long nanos(Duration duration) {
    if (duration.isNegative()) {
      return 0;
    }
    return duration.compareTo(FOREVER) < 0 ? duration.toNanos() : FOREVER.toNanos();
  }

  private Slot slot(long tick) {
    return slots[(int) (tick % SLOTS)];
  }

  /** Something that will happen, and can be called off. */
  public final class Timeout {

    private @Nullable Runnable task;
    private long periodTicks;
    private long dueTick;
    private @Nullable Slot slot;
    private @Nullable Timeout previous;
    private @Nullable Timeout next;

    private Timeout(Runnable task) {
      this.task = task;
    }

    /** Calls it off, and lets go of the task. A run that has begun is not stopped. */
    public void cancel() {
      Slot current;
      synchronized (this) {
        task = null;
        current = slot;
      }
      if (current != null) {
        current.remove(this);
      }
    }

    private void fire(long tick) {
      Runnable todo;
      synchronized (this) {
        todo = task;
      }
      if (todo == null) {
        return;
      }
      try {
        todo.run();
      } catch (Throwable e) { // also an Error: it would stop the wheel, and every heartbeat
        LOGGER.log(System.Logger.Level.ERROR, "A timed task failed", e);
      }
      if (periodTicks > 0) {
        long due = Math.max(Math.max(tick + periodTicks, turned + 1), now());
        slot(due).add(this, due);
      }
    }
  }

  /** The timeouts of one slot, as a list threaded through them. */
  private final class Slot {

    private @Nullable Timeout head;

    void add(Timeout timeout, long due) {
      synchronized (this) {
        synchronized (timeout) {
          if (timeout.task == null) {
            return;
          }
          timeout.slot = this;
        }
        timeout.dueTick = due;
        timeout.previous = null;
        timeout.next = head;
        if (head != null) {
          head.previous = timeout;
        }
        head = timeout;
      }
      if (due <= turned) {
        // The wheel passed this slot while we were adding: the next round would be too late.
        run(turned);
      }
    }

    synchronized void remove(Timeout timeout) {
      if (timeout.slot != this) {
        return;
      }
      timeout.slot = null;
      if (timeout.previous != null) {
        timeout.previous.next = timeout.next;
      } else if (head == timeout) {
        head = timeout.next;
      }
      if (timeout.next != null) {
        timeout.next.previous = timeout.previous;
      }
      timeout.previous = null;
      timeout.next = null;
    }

    void run(long tick) {
      Timeout due = takeDue(tick);
      while (due != null) {
        Timeout following = due.next;
        due.next = null;
        due.fire(tick);
        due = following;
      }
    }

    /** Unlinks all that are due and returns them as a list of their own. */
    private synchronized @Nullable Timeout takeDue(long tick) {
      Timeout taken = null;
      Timeout timeout = head;
      while (timeout != null) {
        Timeout following = timeout.next;
        if (timeout.dueTick <= tick) {
          remove(timeout);
          timeout.next = taken;
          taken = timeout;
        }
        timeout = following;
      }
      return taken;
    }
  }
}
