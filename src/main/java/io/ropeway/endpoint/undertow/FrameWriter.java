package io.ropeway.endpoint.undertow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
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
  private @Nullable ByteBuffer begun; // of any kind, and perhaps partly out
  private @Nullable ByteBuffer pong;
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
    boolean idle = isIdle();
    data = frame;
    owesWord = !(idle && writeNow());
    if (owesWord) {
      wakeUp();
    }
    return !owesWord;
  }

  /** Answers a ping. While the client does not read, only its latest ping keeps its answer. */
  synchronized void pong(byte[] payload) throws IOException {
    if (!closing) {
      pong = ServerFrames.pong(payload);
      writeOrWakeUp();
    }
  }

  /** Sends a ping, unless so much waits that the client could not read it anyway. */
  synchronized void ping() throws IOException {
    if (!closing && isIdle()) {
      pong = ServerFrames.ping();
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
    return begun == null && pong == null && data == null && close == null && !unflushed;
  }

  /** Whether a close frame was sent, or the connection is gone. */
  synchronized boolean isClosing() {
    return closing;
  }

  boolean isSecure() {
    return secure;
  }

  private void writeOrWakeUp() throws IOException {
    if (!writeNow()) {
      wakeUp();
    }
  }

  private boolean writeNow() throws IOException {
    return (!secure || Thread.currentThread() == stream.getIoThread()) && writeAll();
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
    ConduitStreamSinkChannel sink = stream.getSinkChannel();
    try {
      for (ByteBuffer frame = next(); frame != null; frame = next()) {
        sink.write(frame);
        unflushed = secure;
        if (frame.hasRemaining()) {
          return false;
        }
        begun = null;
      }
      unflushed = unflushed && !sink.flush();
      return !unflushed;
    } catch (IOException gone) {
      closing = true;
      throw gone;
    }
  }

  /** Moves the next frame to {@link #begun}: control frames first, the close frame last. */
  private @Nullable ByteBuffer next() {
    if (begun == null) {
      if (pong != null) {
        begun = pong;
        pong = null;
      } else if (data != null) {
        begun = data;
        data = null;
      } else {
        begun = close;
        close = null;
      }
    }
    return begun;
  }
}
