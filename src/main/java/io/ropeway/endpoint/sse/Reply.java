package io.ropeway.endpoint.sse;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one asynchronous request, written as fast as the client takes it, without a thread
 * that waits. Nothing is written before {@link #start}. May be used from any thread, one write
 * after the other.
 */
final class Reply implements WriteListener, AsyncListener {

  private static final System.Logger LOGGER = System.getLogger(Reply.class.getName());

  private final AsyncContext context;
  private final HttpServletResponse response;
  private final Runnable onWritten;
  private final Runnable onGone;

  // All below is guarded by this.
  private @Nullable ServletOutputStream out;
  private @Nullable Consumer<HttpServletResponse> head;
  private byte @Nullable [] waiting;
  private boolean writable;
  private boolean unflushed;
  private boolean owesWord;
  private boolean ending;
  private boolean over;
  private boolean completed;
  private boolean goneTold;

  /**
   * @param onWritten runs when a write has been handed over that was not at once
   * @param onGone runs once, when the answer is complete or the client is gone
   */
  Reply(AsyncContext context, Runnable onWritten, Runnable onGone) {
    this.context = context;
    this.response = (HttpServletResponse) context.getResponse();
    this.onWritten = onWritten;
    this.onGone = onGone;
  }

  /** Lets the container call. On the request's own thread. */
  void start() throws IOException {
    context.setTimeout(0);
    context.addListener(this);
    // Everything is written in whole events. A buffer would only hold their ends back: Undertow's
    // does not say so when it could not be flushed in full.
    response.setBufferSize(1);
    ServletOutputStream stream = response.getOutputStream();
    synchronized (this) {
      out = stream;
    }
    stream.setWriteListener(this);
  }

  /** Says what status and headers the answer has; before the first write. */
  synchronized void head(Consumer<HttpServletResponse> newHead) {
    head = newHead;
  }

  /**
   * Writes some bytes.
   *
   * @return whether they have been handed over; if not, that is told later
   */
  boolean write(byte[] bytes) {
    boolean done;
    synchronized (this) {
      if (over) {
        return true;
      }
      waiting = bytes;
      done = pump();
      owesWord = !done;
    }
    settle();
    return done;
  }

  /** Ends the answer after what was written. */
  void end() {
    synchronized (this) {
      ending = true;
      pump();
    }
    settle();
  }

  /** Ends it without that. */
  void abort() {
    synchronized (this) {
      over = true;
    }
    settle();
  }

  /** Whether nothing waits for the client. */
  synchronized boolean isIdle() {
    return waiting == null && !unflushed;
  }

  /** Writes what may be written now, and says whether nothing is left. */
  private boolean pump() {
    ServletOutputStream stream = out;
    if (over) {
      return true;
    }
    if (stream == null || !writable) {
      return waiting == null;
    }
    try {
      byte[] bytes = waiting;
      if (bytes != null) {
        if (!stream.isReady()) {
          return false;
        }
        if (head != null) {
          head.accept(response);
          head = null;
        }
        waiting = null;
        unflushed = true;
        stream.write(bytes);
      }
      if (unflushed) {
        if (!stream.isReady()) {
          return false;
        }
        unflushed = false;
        stream.flush();
      }
    } catch (IOException | RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A client is gone", e);
      over = true;
    }
    return true;
  }

  private void settle() {
    synchronized (this) {
      if (ending && writable && waiting == null && !unflushed) {
        over = true;
      }
      if (!over || completed) {
        return;
      }
      completed = true;
    }
    try {
      context.complete();
    } catch (IllegalStateException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "The container was first to end an answer", e);
    }
    tellGone();
  }

  private void tellGone() {
    synchronized (this) {
      over = true;
      completed = true;
      if (goneTold) {
        return;
      }
      goneTold = true;
    }
    onGone.run();
  }

  @Override
  public void onWritePossible() {
    boolean tell;
    synchronized (this) {
      writable = true;
      tell = pump() && owesWord;
      if (tell) {
        owesWord = false;
      }
    }
    settle();
    if (tell) {
      onWritten.run();
    }
  }

  @Override
  public void onError(Throwable failure) {
    LOGGER.log(System.Logger.Level.DEBUG, "A client is gone", failure);
    abort();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    tellGone();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    abort();
  }

  @Override
  public void onError(AsyncEvent event) {
    abort();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Started once.
  }
}
