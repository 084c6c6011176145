package io.ropeway.session;

import io.ropeway.protocol.EncodedFrame;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A connection that keeps what is sent through it. It takes every frame at once, or, while it holds
 * back, one at a time until told to deliver. Safe for all threads.
 */
public final class RecordingConnection implements Connection {

  private static final long PATIENCE_SECONDS = 5;

  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final List<String> all = new CopyOnWriteArrayList<>();
  private final List<String> inOrder = new CopyOnWriteArrayList<>();
  private volatile boolean holdingBack;
  private volatile boolean answeringProbes;
  private volatile boolean gone;
  private volatile Runnable onSent = () -> {};
  private volatile ConnectionListener listener;
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private volatile int probes;
  private volatile boolean terminated;

  /** A frame is under way: the client reads nothing. */
  private volatile boolean underWay;

  /** Tells completions and the end to this listener from now on. */
  public void listenTo(ConnectionListener toldOfEverything) {
    listener = toldOfEverything;
    onSent = toldOfEverything::sent;
    if (terminated) {
      end(1006);
    }
  }

  /** The client's machine answers probes from now on. */
  public void answerProbes() {
    answeringProbes = true;
  }

  /** It answers none from now on. */
  public void ignoreProbes() {
    answeringProbes = false;
  }

  /** Tells completions to an outbox alone. */
  void listenTo(Outbox outbox) {
    sendingOn(outbox::sent);
  }

  /** Tells completions, and nothing else. */
  public void sendingOn(Runnable sent) {
    onSent = sent;
  }

  /** From now on the client does not read. */
  public void holdBack() {
    holdingBack = true;
  }

  /** The client reads the frame that is under way, and perhaps the next remains under way. */
  public void deliver() {
    if (!underWay) {
      throw new IllegalStateException("Nothing is under way");
    }
    underWay = false;
    onSent.run();
  }

  /** The client reads everything from now on. */
  public void readOn() {
    holdingBack = false;
    if (underWay) {
      deliver();
    }
  }

  @Override
  public boolean send(EncodedFrame frame) {
    if (underWay) {
      throw new IllegalStateException("A second frame before the first was done");
    }
    if (gone) {
      return true;
    }
    if (closed.isDone()) {
      throw new IllegalStateException("A frame after the close");
    }
    all.add(frame.text());
    inOrder.add(frame.text());
    underWay = holdingBack;
    arrived.add(frame.text());
    return !underWay;
  }

  @Override
  public void probe(int number) {
    probes++;
    inOrder.add("probe " + number);
    ConnectionListener told = listener;
    if (answeringProbes && told != null) {
      told.pong(number);
    }
  }

  @Override
  public void close(int code, String reason) {
    closed.complete(code + " " + reason);
  }

  @Override
  public void terminate() {
    terminated = true;
    end(1006);
  }

  /** The connection is gone, as the transport would tell it. */
  public void end(int code) {
    if (listener != null) {
      ConnectionListener told = listener;
      listener = null;
      gone = true;
      told.closed(code);
    }
  }

  /** The next frame's text, waited for; null if there was none in time. */
  public String next() {
    try {
      return arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Whether every frame has been asked for by {@link #next()}. */
  public boolean isQuiet() {
    return arrived.isEmpty();
  }

  /** All that was sent, in order. */
  public List<String> texts() {
    return List.copyOf(all);
  }

  /** All that was sent and all probes as {@code probe <number>}, in order. */
  public List<String> inOrder() {
    return List.copyOf(inOrder);
  }

  /** The client's machine answers the probe of this number, late perhaps. */
  public void answerProbe(int number) {
    ConnectionListener told = listener;
    if (told != null) {
      told.pong(number);
    }
  }

  /** Close code and reason, or null while open. */
  public String closed() {
    return closed.getNow(null);
  }

  /** Close code and reason, waited for; null if it was not closed in time. */
  public String awaitClose() {
    return closed.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  public int probes() {
    return probes;
  }

  public boolean isTerminated() {
    return terminated;
  }
}
