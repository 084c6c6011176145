package io.ropeway.endpoint.undertow;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.ProbeNumber;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * One WebSocket on a connection taken over from Undertow. Reads on the connection's I/O thread, in
 * a buffer of that thread's; writes on the caller's thread. The listener is told everything on the
 * I/O thread.
 */
final class UndertowConnection implements Connection {
  private static final System.Logger LOGGER = System.getLogger(UndertowConnection.class.getName());

  /** How long a client may take to answer a close frame, and to stop sending after a violation. */
  private static final int CLOSE_SECONDS = 5;

  /** Buffers read of one client before the others of its I/O thread have their turn. */
  private static final int READS_A_TURN = 4;

  private final StreamConnection stream;
  private final ByteBufferPool buffers;
  private final FrameWriter writer;
  private final FrameReader reader;

  // The rest belongs to the I/O thread, but for the listener, which is set before the first event.
  private @Nullable ConnectionListener listener;
  private boolean told;
  private boolean goneBeforeStart;

  UndertowConnection(
      StreamConnection stream, ByteBufferPool buffers, FrameWriter writer, FrameReader reader) {
    this.stream = stream;
    this.buffers = buffers;
    this.writer = writer;
    this.reader = reader;
  }

  /** Begins to read and to tell; what was sent meanwhile and had to wait goes out. */
  void start(ConnectionListener eventListener) {
    listener = eventListener;
    ConduitStreamSourceChannel source = stream.getSourceChannel();
    source.setReadListener(this::readable);
    source.setCloseListener(closed -> onIoThread(() -> tellClosed(CloseStatus.ABNORMAL)));
    stream.getSinkChannel().setWriteListener(writable -> resumeWriting());
    onIoThread(
        () -> {
          if (goneBeforeStart) {
            tellClosed(CloseStatus.ABNORMAL);
            return;
          }
          resumeWriting();
          source.wakeupReads();
        });
  }

  @Override
  public boolean send(EncodedFrame frame) {
    try {
      return writer.data(frame.wire());
    } catch (IOException gone) {
      terminate();
      return true;
    }
  }

  @Override
  public void probe(int number) {
    try {
      writer.ping(ProbeNumber.payload(number));
    } catch (IOException gone) {
      terminate();
    }
  }

  @Override
  public void close(int code, String reason) {
    try {
      writer.close(new CloseStatus(code, reason));
      dropLater();
    } catch (IOException gone) {
      terminate();
    }
  }

  @Override
  public void terminate() {
    onIoThread(this::drop);
  }

  private void resumeWriting() {
    try {
      if (writer.resume() && !told && listener != null) {
        listener.sent();
      }
      if (told && writer.isIdle()) {
        stream.getSinkChannel().shutdownWrites();
        stream.getSinkChannel().flush();
      }
    } catch (IOException gone) {
      drop();
    }
  }

  private void readable(ConduitStreamSourceChannel source) {
    try (PooledByteBuffer pooled = buffers.allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      for (int i = 0; i < READS_A_TURN; i++) {
        buffer.clear();
        int count = source.read(buffer);
        if (count < 0) {
          drop();
        }
        if (count <= 0) {
          return;
        }
        received(buffer.flip());
        if (count < buffer.capacity() && !writer.isSecure()) {
          return; // all there was; a TLS engine may hold more
        }
      }
      source.wakeupReads();
    } catch (IOException gone) {
      drop();
    } catch (RuntimeException failed) {
      LOGGER.log(System.Logger.Level.ERROR, "A frame could not be handled", failed);
      fail(new CloseStatus(1011, ""));
    }
  }

  /** What comes after the end was told is read and forgotten, so that our close frame arrives. */
  private void received(ByteBuffer bytes) throws IOException {
    try {
      Frame frame;
      while (!told && (frame = reader.next(bytes)) != null) {
        handle(frame);
      }
    } catch (ViolationException violation) {
      fail(new CloseStatus(violation.closeCode(), violation.reason()));
    }
  }

  private void handle(Frame frame) throws IOException, ViolationException {
    ConnectionListener events = listener;
    if (events == null) {
      return;
    }
    switch (frame.opcode()) {
      case TEXT -> {
        String text = frame.text();
        if (!writer.isClosing()) {
          events.text(text);
        }
      }
      case BINARY -> events.binary();
      case PING -> writer.pong(frame.payload());
      case PONG -> events.pong(ProbeNumber.of(ByteBuffer.wrap(frame.payload())));
      case CLOSE -> answerClose(CloseStatus.parse(frame.payload()));
      case CONTINUATION -> throw new IllegalStateException("The reader joins fragments");
    }
  }

  /** The client closes, or answers our close frame; either way the server ends the connection. */
  private void answerClose(CloseStatus status) throws IOException {
    writer.close(status);
    tellClosed(status);
    if (writer.isIdle()) {
      drop();
    } else {
      dropLater();
    }
  }

  /**
   * Ends the connection for a fault. The client is still sending perhaps, and a socket closed with
   * unread bytes would take the close frame back; so reading goes on until the client is done.
   */
  private void fail(CloseStatus status) {
    try {
      writer.close(status);
      tellClosed(status);
      resumeWriting();
      dropLater();
    } catch (IOException gone) {
      drop();
    }
  }

  private void tellClosed(CloseStatus status) {
    if (listener == null) {
      goneBeforeStart = true;
    } else if (!told) {
      told = true;
      listener.closed(status.code());
    }
  }

  private void drop() {
    IoUtils.safeClose(stream);
    tellClosed(CloseStatus.ABNORMAL);
  }

  private void dropLater() {
    try {
      stream.getIoThread().executeAfter(this::drop, CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException stopping) {
      IoUtils.safeClose(stream);
    }
  }

  private void onIoThread(Runnable task) {
    if (Thread.currentThread() == stream.getIoThread()) {
      task.run();
      return;
    }
    try {
      stream.getIoThread().execute(task);
    } catch (RejectedExecutionException stopping) {
      IoUtils.safeClose(stream);
    }
  }
}
