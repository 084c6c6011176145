package io.ropeway.session;

import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connected client of any dialect.
 *
 * <p>Open from its making until {@link #disconnect} or {@link #closed()}; from then on everything
 * sent to it is dropped.
 */
public final class ClientSession {

  private static final int NORMAL = 1000;
  private static final int GOING_AWAY = 1001;
  private static final int RESTART = 1012;

  private final String id;
  private final Identity identity;
  private final HandshakeRequest request;
  private final ProtocolCodec codec;
  private final Connection connection;
  private final Counters counters;
  private final Outbox outbox;
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile @Nullable Proofs proofs; // made on first need: most clients prove nothing
  private volatile boolean dismissed;
  private volatile Executor commands = Runnable::run;
  private volatile boolean gone;
  private volatile boolean awaited;
  private volatile int unansweredProbes;
  private volatile int unansweredPings;
  private volatile boolean learnedPresence;
  private volatile boolean wordless;

  public ClientSession(
      String id,
      Identity identity,
      HandshakeRequest request,
      ProtocolCodec codec,
      Connection connection,
      LimitSettings limits,
      Counters counters) {
    this.id = id;
    this.identity = identity;
    this.request = request;
    this.codec = codec;
    this.connection = connection;
    this.counters = counters;
    this.outbox =
        new Outbox(
            connection,
            () -> disconnect(DisconnectReason.TOO_SLOW),
            limits.outboxBytes(),
            limits.outboxFrames());
  }

  /** Unique over all nodes and starts; not a secret. */
  public String id() {
    return id;
  }

  /** Who is connected. */
  public Identity identity() {
    return identity;
  }

  /** How the connection was asked for. */
  public HandshakeRequest request() {
    return request;
  }

  /** The dialect of this client. */
  public ProtocolCodec codec() {
    return codec;
  }

  /** The way out; fan-out offers its shared frames here. */
  public Outbox outbox() {
    return outbox;
  }

  /** Counts something of this client for its node. */
  public void count(Counter counter) {
    counters.count(counter);
  }

  /** Lets everything wait until {@link #welcome}. Before anything is sent. */
  public void hold() {
    outbox.hold();
  }

  /** Sends the message that comes first, and then what waited for it. */
  public void welcome(ServerMessage.Welcome message) {
    outbox.release(codec.encode(message));
  }

  /** Encodes and sends a message behind those before it. */
  public void send(ServerMessage message) {
    outbox.offer(codec.encode(message));
  }

  /** Names where this client's commands run, one after another. */
  public void runsCommandsOn(Executor executor) {
    commands = executor;
  }

  /** Ends the connection when the commands that came so far are done and answered. */
  public void disconnectAfterCommands(DisconnectReason reason) {
    try {
      commands.execute(() -> disconnect(reason));
    } catch (RejectedExecutionException e) {
      disconnect(reason);
    }
  }

  /** Ends the connection for the reason's own verdict on coming back. */
  public void disconnect(DisconnectReason reason) {
    disconnect(reason, reason.reconnect());
  }

  /**
   * Tells the client why, then closes. Only the first call counts. What waits goes out before,
   * unless the reason is that it is too much, or not for this client any more.
   */
  public void disconnect(DisconnectReason reason, boolean reconnect) {
    if (!ending.compareAndSet(false, true)) {
      return;
    }
    dismissed = !reconnect;
    String word = reason.word();
    boolean silent = word == null || wordless;
    EncodedFrame last = silent ? null : codec.encode(new ServerMessage.Disconnect(word, reconnect));
    int code = wordless ? RESTART : reason.code();
    outbox.finish(
        last, !reason.dropsWaiting(), () -> connection.close(code, word == null ? "" : word));
  }

  /** Whether the client's program stumbles over a farewell: it is only closed then, with 1012. */
  public void withoutWords(boolean whether) {
    wordless = whether;
  }

  /** Whether the server has begun to end this session, or it is gone. */
  public boolean isEnding() {
    return gone || ending.get();
  }

  /**
   * Whether a connection that is gone with this close code was left on purpose: by the client, or
   * by us with the request not to come back.
   */
  public boolean isLeftForGood(int code) {
    return ending.get() ? dismissed : code == NORMAL || code == GOING_AWAY;
  }

  /** Whether its client was told not to come back. */
  public boolean isDismissed() {
    return dismissed;
  }

  /** Whether the connection is gone. */
  public boolean isGone() {
    return gone;
  }

  /** Sends a probe that the client's machine has to answer. */
  void probe() {
    unansweredProbes = unansweredProbes + 1; // only the timer's thread counts up
    connection.probe(outbox.probesSent());
  }

  /**
   * Runs an action when it is proved that everything offered to the outbox so far has arrived: a
   * ping follows it, and the client's machine answers. Never, if the connection ends before.
   *
   * @param onProved called on a thread of the transport's; returns at once
   */
  public void prove(Runnable onProved) {
    proofs().await(onProved);
    outbox.offerProbe();
  }

  private Proofs proofs() {
    Proofs made = proofs;
    if (made == null) {
      synchronized (outbox) {
        made = proofs;
        if (made == null) {
          made = new Proofs();
          proofs = made;
        }
      }
    }
    return made;
  }

  /** The client's machine has answered the probe of this number, and so all before it. */
  public void answered(int number) {
    heard();
    Proofs waiting = proofs;
    if (waiting != null && number <= outbox.probesSent()) {
      waiting.provedBy(number).forEach(Runnable::run);
    }
  }

  /** Asks for a sign of life; {@link #isAwaited()} is true until there is one. */
  public void call() {
    awaited = true;
    connection.probe(outbox.probesSent());
  }

  /** Whether nothing was heard since the last {@link #call()}. */
  public boolean isAwaited() {
    return awaited;
  }

  /** The number of probes since the last sign of life. */
  int unansweredProbes() {
    return unansweredProbes;
  }

  /** The client gave a sign of life. */
  public void heard() {
    if (unansweredProbes != 0) {
      unansweredProbes = 0;
    }
    if (awaited) {
      awaited = false;
    }
  }

  /** A ping of the dialect goes out. */
  void pinged() {
    unansweredPings = unansweredPings + 1; // only the timer's thread counts up
  }

  /** The number of the dialect's pings since the client last said anything. */
  int unansweredPings() {
    return unansweredPings;
  }

  /** The client said something, which answers every ping and probe. */
  public void spoke() {
    heard();
    if (unansweredPings != 0) {
      unansweredPings = 0;
    }
  }

  /** The client has shown that it knows of presence. */
  public void learnPresence() {
    learnedPresence = true;
  }

  /** Whether the client understands news of presence. */
  public boolean understandsPresence() {
    return learnedPresence || codec.isExtended();
  }

  /** Drops the connection without a word. */
  public void terminate() {
    connection.terminate();
  }

  /** The connection is gone. */
  public void closed() {
    gone = true;
    outbox.discard();
  }
}
