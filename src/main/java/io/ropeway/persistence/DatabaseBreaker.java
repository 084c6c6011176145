package io.ropeway.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps everybody from waiting for a database that is away.
 *
 * <p>The first failure that says so opens it; from then on all work that needs the database is
 * refused at once, until somebody who probes {@linkplain #close closes} it. A late lock or a busy
 * pool does not open it, unless the pool has had nothing to give for {@link #PATIENCE}: then every
 * connection hangs. May be used from any thread and never waits.
 */
@ApplicationScoped
public class DatabaseBreaker {

  /** For how long a pool may be empty before the database counts as away. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final System.Logger LOGGER = System.getLogger(DatabaseBreaker.class.getName());

  private final LongSupplier nanoClock;
  private boolean busy;
  private long busySince;
  private volatile boolean seemsBusy;
  private volatile boolean open;
  private volatile Runnable onOpen = () -> {};

  public DatabaseBreaker() {
    this(System::nanoTime);
  }

  /**
   * @param nanoClock a clock like {@link System#nanoTime()}
   */
  DatabaseBreaker(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Names who probes; called on the thread whose work failed, each time that this opens. */
  public void whenOpened(Runnable action) {
    onOpen = action;
  }

  /** Whether the database counts as away. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Lets work begin that needs the database.
   *
   * @throws DatabaseAwayException if it is away
   */
  public void require() {
    if (open) {
      throw new DatabaseAwayException();
    }
  }

  /** Some work with the database was done. */
  public void succeeded() {
    if (seemsBusy) {
      synchronized (this) {
        busy = false;
        seemsBusy = false;
      }
    }
  }

  /** Some work with the database failed, for whatever reason. */
  public void failed(Throwable failure) {
    if (LostConnection.isToldBy(failure) || LostConnection.isPoolBusy(failure) && isBusyForLong()) {
      open(failure);
    }
  }

  /** The database answers again. */
  public void close() {
    succeeded();
    boolean closed;
    synchronized (this) {
      closed = open;
      open = false;
    }
    if (closed) {
      LOGGER.log(System.Logger.Level.INFO, "The database is back");
    }
  }

  private void open(Throwable failure) {
    synchronized (this) {
      if (open) {
        return;
      }
      open = true;
    }
    LOGGER.log(
        System.Logger.Level.WARNING,
        "The database is away; what needs it is refused until it is back");
    LOGGER.log(System.Logger.Level.DEBUG, "It was found away by", failure);
    onOpen.run();
  }

  private synchronized boolean isBusyForLong() {
    long now = nanoClock.getAsLong();
    if (!busy) {
      busy = true;
      seemsBusy = true;
      busySince = now;
    }
    return now - busySince >= PATIENCE.toNanos();
  }
}
