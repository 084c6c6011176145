package io.ropeway.channel;

import io.ropeway.broadcast.Follow;
import io.ropeway.broadcast.StreamHead;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.StreamPosition;
import io.ropeway.room.Subscriber;
import io.ropeway.service.DatabaseWatch;
import io.ropeway.session.ClientSession;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.Counter;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.SerialExecutor;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One session that reads one stream. The stream is held first, and the right to read it is asked
 * for again after that, so that no end of the right goes unnoticed.
 */
final class StreamReader implements ConnectionListener, Subscriber.Fate {

  private static final System.Logger LOGGER = System.getLogger(StreamReader.class.getName());

  private final ClientSession session;
  private final StreamQuery query;
  private final SerialExecutor commands;
  private final Patience patience;
  private final StreamReaders node;
  private final Runnable onClosed;
  private volatile @Nullable Follow follow;

  StreamReader(
      ClientSession session,
      StreamQuery query,
      SerialExecutor commands,
      Patience patience,
      StreamReaders node,
      Runnable onClosed) {
    this.session = session;
    this.query = query;
    this.commands = commands;
    this.patience = patience;
    this.node = node;
    this.onClosed = onClosed;
  }

  void start() {
    enqueue(this::open);
  }

  private void open() {
    if (session.isEnding()) {
      return;
    }
    try {
      node.handlers.run(session, this::decide);
      patience.decided();
    } catch (RuntimeException e) {
      end();
      if (DatabaseWatch.isUnavailable(e)) {
        patience.retry(this::open);
      } else {
        LOGGER.log(System.Logger.Level.ERROR, "Session " + session.id() + " cannot read", e);
        session.disconnect(DisconnectReason.UNAVAILABLE);
      }
    }
  }

  private void decide() {
    Optional<String> stream = find();
    if (stream.isEmpty()) {
      refuse();
    } else if (node.names.isDurable(stream.get())) {
      readDurable(stream.get());
    } else {
      readTransient(stream.get());
    }
  }

  private Optional<String> find() {
    return node.readable.find(query.name(), session.identity());
  }

  private Follow hold(String stream) {
    Follow held = node.follows.hold(stream, new Subscriber(session, stream, this), null);
    follow = held;
    if (session.isGone()) {
      end(); // its closing has looked for a follow before there was one
    }
    return held;
  }

  private void readTransient(String stream) {
    confirm(new ServerMessage.Confirmation(stream));
    if (!(query.start() instanceof StreamQuery.Start.Head)) {
      session.send(new ServerMessage.RejectHistory(stream));
    }
    hold(stream);
  }

  private void readDurable(String stream) {
    Follow held = hold(stream);
    StreamHead head = node.follows.head(stream);
    if (find().isEmpty()) {
      refuse();
      return;
    }
    held.startAt(head, false);
    if (session.isEnding()) {
      return;
    }
    StreamQuery.Start start = query.start();
    if (start instanceof StreamQuery.Start.Floor) {
      replay(held, head, head.floor() - 1);
    } else if (start instanceof StreamQuery.Start.After after) {
      if (head.canReplayAfter(after.epoch(), after.offset())) {
        replay(held, head, after.offset());
      } else {
        confirm(confirmation(head, head.offset()));
        session.send(new ServerMessage.RejectHistory(stream));
        held.goLive();
      }
    } else {
      replay(held, head, head.offset());
    }
  }

  private void replay(Follow held, StreamHead head, long offset) {
    confirm(confirmation(head, offset));
    held.replayAfter(offset, () -> session.send(new ServerMessage.ConfirmHistory(head.stream())));
  }

  private static ServerMessage.Confirmation confirmation(StreamHead head, long offset) {
    return new ServerMessage.Confirmation(
        head.stream(), new StreamPosition(head.stream(), head.epoch(), offset));
  }

  private void confirm(ServerMessage.Confirmation confirmation) {
    session.count(Counter.SUBSCRIPTIONS_CONFIRMED);
    session.send(confirmation);
  }

  /** The client may not read the stream, or no longer; from any thread. */
  private void refuse() {
    end();
    session.count(Counter.SUBSCRIPTIONS_REJECTED);
    session.send(new ServerMessage.Rejection(query.name()));
    session.disconnect(DisconnectReason.UNAUTHORIZED);
  }

  private void end() {
    Follow held = follow;
    if (held != null) {
      held.end();
      follow = null;
    }
  }

  // What may befall it while it reads.

  @Override
  public void silenced() {
    end();
  }

  @Override
  public void evicted() {
    refuse();
  }

  @Override
  public void lost(String stream) {
    session.send(new ServerMessage.RejectHistory(stream));
  }

  @Override
  public void restarted(String stream) {
    session.send(new ServerMessage.RejectHistory(stream));
  }

  // What the connection tells.

  @Override
  public void text(String message) {
    // Nobody is asked anything here.
  }

  @Override
  public void binary() {
    // Nor this.
  }

  @Override
  public void pong(int number) {
    session.heard();
  }

  @Override
  public void sent() {
    session.outbox().sent();
  }

  @Override
  public void closed(int code) {
    session.closed();
    onClosed.run();
    enqueue(this::end);
  }

  private void enqueue(Runnable command) {
    try {
      commands.execute(command);
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A reader is not served: the node is stopping");
    }
  }
}
