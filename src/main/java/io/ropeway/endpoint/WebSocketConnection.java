package io.ropeway.endpoint;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    PENDING
  }

  private final Session session;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
  private volatile @Nullable ConnectionListener listener;

  WebSocketConnection(Session session) {
    this.session = session;
  }

  /** Tells completions to the listener, also one that came while the listener was being made. */
  void listen(ConnectionListener made) {
    listener = made;
    if (phase.compareAndSet(Phase.COMPLETED_IN_CALL, Phase.IDLE)) {
      made.sent();
    }
  }

  @Override
  public boolean send(EncodedFrame frame) {
    phase.set(Phase.CALLING);
    try {
      session.getAsyncRemote().sendText(frame.text(), this);
    } catch (RuntimeException e) {
      failed(e); // the session is closed: the close callback tells the rest
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
    ConnectionListener told = listener;
    if (told == null) {
      phase.set(Phase.COMPLETED_IN_CALL);
      listenerMayHaveCome();
    } else {
      phase.set(Phase.IDLE);
      told.sent();
    }
  }

  private void listenerMayHaveCome() {
    ConnectionListener told = listener;
    if (told != null && phase.compareAndSet(Phase.COMPLETED_IN_CALL, Phase.IDLE)) {
      told.sent();
    }
  }

  @Override
  public void probe() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  @Override
  public void close(int code, String reason) {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  /** The Jakarta API cannot drop a connection; a close without waiting comes nearest. */
  @Override
  public void terminate() {
    close(CloseReason.CloseCodes.GOING_AWAY.getCode(), "");
  }

  private static void failed(Throwable e) {
    LOGGER.log(System.Logger.Level.DEBUG, () -> "A send failed: " + e.getClass());
  }
}
