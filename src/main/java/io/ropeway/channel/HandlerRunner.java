package io.ropeway.channel;

import io.ropeway.config.ChannelSettings;
import io.ropeway.session.ClientSession;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * Runs the code of channels: in a request context of its own, and within the time limit.
 *
 * <p>A handler over its limit is interrupted, and fails whatever it does next. One that ignores the
 * interrupt for as long again costs the client its connection, for nothing after it can run in
 * order.
 */
@ApplicationScoped
public class HandlerRunner {

  private static final System.Logger LOGGER = System.getLogger(HandlerRunner.class.getName());

  @Inject ChannelSettings settings;
  @Inject TimerWheel timers;

  /**
   * Runs a handler on this thread.
   *
   * @throws HandlerTimeoutException if it took too long
   */
  @ActivateRequestContext
  public void run(ClientSession session, Runnable handler) {
    Deadline deadline = new Deadline(session, Thread.currentThread());
    Timeout timeout = timers.after(settings.handlerTimeout(), deadline::pass);
    RuntimeException failure = null;
    try {
      handler.run();
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) { // of the application's code: contained like any other failure of it
      failure = new IllegalStateException("A handler ended with an error", e);
    } finally {
      timeout.cancel();
    }
    if (deadline.finish()) {
      throw new HandlerTimeoutException(failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Runs a stream callback; its failure is logged and harms nobody. */
  @ActivateRequestContext
  public void contain(ClientSession session, String payload, Consumer<String> callback) {
    try {
      run(session, () -> callback.accept(payload));
    } catch (RuntimeException e) {
      LOGGER.log(
          System.Logger.Level.ERROR, "A stream callback of session " + session.id() + " failed", e);
    }
  }

  /** The time limit of one run. */
  private final class Deadline {

    private final ClientSession session;
    private final Thread thread;
    private boolean finished;
    private boolean passed;

    Deadline(ClientSession session, Thread thread) {
      this.session = session;
      this.thread = thread;
    }

    synchronized void pass() {
      if (finished) {
        return;
      }
      if (passed) {
        LOGGER.log(
            System.Logger.Level.WARNING,
            "A handler of session " + session.id() + " ignores its time limit");
        session.disconnect(DisconnectReason.STUCK);
        return;
      }
      passed = true;
      thread.interrupt();
      timers.after(settings.handlerTimeout(), this::pass);
    }

    /** Ends it; an interrupt that came too late for the handler is taken back. */
    synchronized boolean finish() {
      finished = true;
      if (passed) {
        Thread.interrupted();
      }
      return passed;
    }
  }
}
