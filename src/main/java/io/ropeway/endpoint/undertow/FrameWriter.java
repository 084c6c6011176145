package io.ropeway.endpoint.undertow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.ssl.SslConnection;

/**
 * Writes whole frames to one socket. Whoever has a frame writes it, under this object's own lock,
 * straight into the socket; only what the socket does not take waits, at most one frame of each
 * kind, until the I/O thread may write again.
 *
 * <p>TLS engines want one thread, so on a secure connection everything waits for the I/O thread.
 */
final class FrameWriter {
  private final StreamConnection stream;
  private final boolean secure;

  // All below is guarded by this object.
  private @Nullable ByteBuffer begun; // of any kind, partly out
  private @Nullable ByteBuffer pong;
  private @Nullable ByteBuffer ping;
  private @Nullable ByteBuffer data;
  private @Nullable ByteBuffer close;
  private boolean owesWord;
  private boolean unflushed;
  private boolean resumable;
  private boolean closing;

  FrameWriter(StreamConnection stream) {
    this.stream = stream;
    this.secure = stream instanceof SslConnection;
  }

  /**
   * Sends a data frame. There is no second one before the first is done.
   *
   * @return whether it is done; else {@link #resume()} will say so. A frame after the close frame
   *     is dropped, which is done too.
   * @throws IOException if the connection is gone
   */
  synchronized boolean data(ByteBuffer frame) throws IOException {
    if (closing) {
      return true;
    }
    if (mayWrite() && isIdle()) {
      if (write(frame) && flush()) {
        return true;
      }
    } else {
      data = frame;
    }
    owesWord = true;
    wakeUp();
    return false;
  }

  /** Answers a ping. While the client does not read, only its latest ping keeps its answer. */
  synchronized void pong(byte[] payload) throws IOException {
    if (!closing) {
      pong = ServerFrames.pong(payload);
      writeOrWakeUp();
    }
  }

  /**
   * Sends a ping behind the data frames that are done. While the client does not read, only the
   * latest one is kept.
   */
  synchronized void ping(byte[] payload) throws IOException {
    if (!closing) {
      ping = ServerFrames.ping(payload);
      writeOrWakeUp();
    }
  }

  /**
   * Sends the close frame behind what was sent before; nothing follows it.
   *
   * @return false if one was sent before
   */
  synchronized boolean close(CloseStatus status) throws IOException {
    if (closing) {
      return false;
    }
    closing = true;
    close = ServerFrames.close(status);
    writeOrWakeUp();
    return true;
  }

  /**
   * Writes what waits; called by the I/O thread alone.
   *
   * @return whether a data frame is done that was not when it was sent
   */
  synchronized boolean resume() throws IOException {
    resumable = true;
    if (writeAll()) {
      stream.getSinkChannel().suspendWrites();
    } else {
      stream.getSinkChannel().resumeWrites();
    }
    boolean done = owesWord && begun == null && data == null;
    owesWord = owesWord && !done;
    return done;
  }

  /** Whether nothing waits. */
  synchronized boolean isIdle() {
    return begun == null
        && pong == null
        && ping == null
        && data == null
        && close == null
        && !unflushed;
  }

  /** Whether a close frame was sent, or the connection is gone. */
  synchronized boolean isClosing() {
    return closing;
  }

  boolean isSecure() {
    return secure;
  }

  private void writeOrWakeUp() throws IOException {
    if (!mayWrite() || !writeAll()) {
      wakeUp();
    }
  }

  private boolean mayWrite() {
    return !secure || Thread.currentThread() == stream.getIoThread();
  }

  /** Lets the I/O thread write; before the connection has started there is none to do it. */
  private void wakeUp() throws IOException {
    if (!resumable) {
      return;
    }
    if (!secure) {
      stream.getSinkChannel().resumeWrites();
      return;
    }
    try {
      stream.getIoThread().execute(stream.getSinkChannel()::wakeupWrites);
    } catch (RejectedExecutionException stopping) {
      throw new IOException(stopping);
    }
  }

  private boolean writeAll() throws IOException {
    for (ByteBuffer frame = next(); frame != null; frame = next()) {
      if (!write(frame)) {
        return false;
      }
    }
    return flush();
  }

  /** Writes what the socket takes; the rest of the frame is the first to go out next time. */
  private boolean write(ByteBuffer frame) throws IOException {
    try {
      stream.getSinkChannel().write(frame);
    } catch (IOException gone) {
      closing = true;
      throw gone;
    }
    unflushed = secure;
    if (frame.hasRemaining()) {
      begun = frame;
      return false;
    }
    return true;
  }

  private boolean flush() throws IOException {
    unflushed = unflushed && !stream.getSinkChannel().flush();
    return !unflushed;
  }

  /** Takes the next frame: the begun one, then control frames, the close frame last. */
  private @Nullable ByteBuffer next() {
    ByteBuffer next = begun;
    begun = null;
    if (next == null) {
      next = pong;
      pong = null;
    }
    if (next == null) {
      next = ping;
      ping = null;
    }
    if (next == null) {
      next = data;
      data = null;
    }
    if (next == null) {
      next = close;
      close = null;
    }
    return next;
  }
}
