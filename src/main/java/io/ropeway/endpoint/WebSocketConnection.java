package io.ropeway.endpoint;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.ProbeNumber;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A connection over the Jakarta WebSocket API, the same on every server. */
final class WebSocketConnection implements Connection, SendHandler {

  private static final System.Logger LOGGER = System.getLogger(WebSocketConnection.class.getName());

  /** Where a send stands: servers may complete it before or after the call returns. */
  private enum Phase {
    IDLE,
    CALLING,
    COMPLETED_IN_CALL,
    COMPLETED_UNHEARD,
    PENDING
  }

  private static final int OPEN = 0;

  private final Session session;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
  private final AtomicInteger closeCode = new AtomicInteger(OPEN);
  private final AtomicBoolean endTold = new AtomicBoolean();
  private volatile @Nullable ConnectionListener listener;

  WebSocketConnection(Session session) {
    this.session = session;
  }

  /** Tells everything to the listener, also what happened while the listener was being made. */
  void listen(ConnectionListener made) {
    listener = made;
    tellCompletion();
    if (closeCode.get() != OPEN) {
      tellEnd(made);
    }
  }

  /** Whom to tell what arrives; null before there is somebody, and when the connection is gone. */
  @Nullable ConnectionListener listener() {
    return closeCode.get() == OPEN ? listener : null;
  }

  /** The connection is gone. Only the first call counts. */
  void closed(int code) {
    closeCode.compareAndSet(OPEN, code);
    ConnectionListener told = listener;
    if (told != null) {
      tellEnd(told);
    }
  }

  private void tellEnd(ConnectionListener told) {
    if (endTold.compareAndSet(false, true)) {
      told.closed(closeCode.get());
    }
  }

  @Override
  public boolean send(EncodedFrame frame) {
    phase.set(Phase.CALLING);
    try {
      session.getAsyncRemote().sendText(frame.text(), this);
    } catch (RuntimeException e) {
      failed(e);
      return false;
    }
    if (phase.compareAndSet(Phase.CALLING, Phase.PENDING)) {
      return false;
    }
    phase.set(Phase.IDLE);
    return true;
  }

  @Override
  public void onResult(SendResult result) {
    if (!result.isOK()) {
      failed(result.getException());
      return;
    }
    if (phase.compareAndSet(Phase.CALLING, Phase.COMPLETED_IN_CALL)) {
      return;
    }
    phase.set(Phase.COMPLETED_UNHEARD);
    tellCompletion();
  }

  /** Called by whoever comes second: the completion, or the listener. */
  private void tellCompletion() {
    ConnectionListener told = listener;
    if (told != null && phase.compareAndSet(Phase.COMPLETED_UNHEARD, Phase.IDLE)) {
      told.sent();
    }
  }

  @Override
  public void probe(int number) {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.wrap(ProbeNumber.payload(number)));
    } catch (IOException | RuntimeException e) {
      ignored(e);
    }
  }

  @Override
  public void close(int code, String reason) {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
    } catch (IOException | RuntimeException e) {
      ignored(e);
    }
  }

  /**
   * The Jakarta API cannot drop a connection; a close without waiting comes nearest. Servers may
   * take their time to notice the end of a client that does not answer, so it is told here.
   */
  @Override
  public void terminate() {
    closed(CloseReason.CloseCodes.CLOSED_ABNORMALLY.getCode());
    close(CloseReason.CloseCodes.GOING_AWAY.getCode(), "");
  }

  /** After a frame is lost nothing can follow; of a closed session the close callback tells. */
  private void failed(Throwable e) {
    ignored(e);
    if (session.isOpen()) {
      terminate();
    }
  }

  private static void ignored(Throwable e) {
    LOGGER.log(System.Logger.Level.DEBUG, () -> "A send failed: " + e.getClass());
  }
}
