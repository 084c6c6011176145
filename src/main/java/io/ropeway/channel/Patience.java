package io.ropeway.channel;

import io.ropeway.service.DatabaseWatch;
import io.ropeway.session.ClientSession;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Lets a session's commands wait for one that cannot be decided while the database is away: it is
 * run again when the database is back, and all others after it. A session that waited for {@link
 * #LIMIT} is sent away to come back later. No thread waits meanwhile.
 */
final class Patience {

  /** How long a command may stay undecided. */
  static final Duration LIMIT = Duration.ofSeconds(8);

  /** Between two looks, more or less, so that not all sessions come back at one instant. */
  private static final Duration LOOK = Duration.ofMillis(400);

  private static final System.Logger LOGGER = System.getLogger(Patience.class.getName());

  private final ClientSession session;
  private final SerialExecutor commands;
  private final TimerWheel timers;
  private final DatabaseWatch database;
  private @Nullable Timeout deadline;
  private long arrivedAgo;
  private volatile boolean over;

  Patience(
      ClientSession session, SerialExecutor commands, TimerWheel timers, DatabaseWatch database) {
    this.session = session;
    this.commands = commands;
    this.timers = timers;
    this.database = database;
  }

  /** The time by which arrivals are told. */
  long now() {
    return timers.nanoTime();
  }

  /** The running command came then; that it waited for others before counts for its client. */
  void since(long arrived) {
    if (deadline == null) {
      arrivedAgo = timers.nanoTime() - arrived;
    }
  }

  /** Runs the running command again, later. To be the last thing that the command does. */
  void retry(Runnable command) {
    if (deadline == null) {
      deadline = timers.after(LIMIT.minusNanos(arrivedAgo), this::giveUp);
    }
    commands.pause();
    lookLater(command);
  }

  /** The command that was run again is decided. */
  void decided() {
    arrivedAgo = 0;
    Timeout set = deadline;
    if (set != null) {
      set.cancel();
      deadline = null;
    }
  }

  private void giveUp() {
    over = true;
    session.disconnect(DisconnectReason.UNAVAILABLE);
  }

  private void lookLater(Runnable command) {
    long millis = LOOK.toMillis();
    long delay = ThreadLocalRandom.current().nextLong(millis / 2, millis + millis / 2);
    timers.after(Duration.ofMillis(delay), () -> look(command));
  }

  private void look(Runnable command) {
    if (!over && !session.isEnding() && database.isAway()) {
      lookLater(command);
      return;
    }
    try {
      commands.resume(
          () -> {
            if (!session.isEnding()) {
              command.run();
            }
          });
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Nothing is run again: the node is stopping");
    }
  }
}
