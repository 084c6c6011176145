package io.ropeway.session;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one session one after another, in order, on threads of a shared executor.
 *
 * <p>An idle session holds no thread and no queue, nor does one that is {@linkplain #pause paused}.
 * A task that fails is logged, and the next one runs.
 */
public final class SerialExecutor implements Executor {

  /** Tasks that a session runs before it lets others have the thread. */
  private static final int TURN = 16;

  private static final System.Logger LOGGER = System.getLogger(SerialExecutor.class.getName());

  private final Executor threads;
  private @Nullable ArrayDeque<Runnable> waiting;
  private boolean running;
  private boolean paused;

  public SerialExecutor(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      if (waiting == null) {
        waiting = new ArrayDeque<>(4);
      }
      waiting.add(task);
      if (running || paused) {
        return;
      }
      running = true;
    }
    submit();
  }

  /**
   * Lets everything after the running task wait until {@link #resume}. Called by the running task.
   */
  public synchronized void pause() {
    paused = true;
  }

  /**
   * Goes on after a pause, with a task ahead of those that wait. Once for each pause; from any
   * thread, also before the task that paused has ended.
   */
  public void resume(Runnable first) {
    synchronized (this) {
      if (!paused) {
        throw new IllegalStateException("It is not paused");
      }
      paused = false;
      if (waiting == null) {
        waiting = new ArrayDeque<>(4);
      }
      waiting.addFirst(first);
      if (running) {
        return;
      }
      running = true;
    }
    submit();
  }

  /** The number of tasks that wait behind the running one. */
  public synchronized int waiting() {
    return waiting == null ? 0 : waiting.size();
  }

  private void submit() {
    try {
      threads.execute(this::run);
    } catch (RejectedExecutionException e) {
      synchronized (this) { // the node is stopping: nobody will run these
        waiting = null;
        running = false;
      }
      throw e;
    }
  }

  private void run() {
    for (int i = 0; i < TURN; i++) {
      Runnable task = next();
      if (task == null) {
        return;
      }
      try {
        task.run();
      } catch (Throwable e) { // also an Error: the session would hear of nothing ever after
        LOGGER.log(System.Logger.Level.ERROR, "A task of a session failed", e);
      }
    }
    try {
      submit();
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Tasks of a session are dropped: the node is stopping");
    }
  }

  private synchronized @Nullable Runnable next() {
    if (paused) {
      running = false;
      return null;
    }
    Runnable task = waiting == null ? null : waiting.poll();
    if (task == null) {
      waiting = null;
      running = false;
    }
    return task;
  }
}
