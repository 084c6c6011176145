package io.ropeway.channel;

import io.ropeway.protocol.ServerMessage;
import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.SerialExecutor;
import java.util.concurrent.RejectedExecutionException;

/** What befalls a subscription from the side of its streams; called from any thread. */
final class SubscriptionFate implements Subscriber.Fate, SubscribedStreams.HistoryAnswers {

  private static final System.Logger LOGGER = System.getLogger(SubscriptionFate.class.getName());

  private final Subscription subscription;
  private final ClientSession session;
  private final SerialExecutor commands;

  SubscriptionFate(Subscription subscription, ClientSession session, SerialExecutor commands) {
    this.subscription = subscription;
    this.session = session;
    this.commands = commands;
  }

  @Override
  public void silenced() {
    subscription.streams().end();
  }

  @Override
  public void evicted() {
    subscription.evicted();
  }

  /** A client that can be told so goes on from here; any other begins anew. */
  @Override
  public void lost(String stream) {
    if (subscription.lost(stream)) {
      return;
    }
    if (session.codec().isExtended()) {
      rejected();
    } else {
      session.disconnect(DisconnectReason.HISTORY_LOST);
    }
  }

  /** Positions in the stream mean nothing any more, which is for those who keep them. */
  @Override
  public void restarted(String stream) {
    if (!subscription.lost(stream) && session.codec().isExtended()) {
      rejected();
    }
  }

  @Override
  public void confirmed() {
    session.send(new ServerMessage.ConfirmHistory(subscription.identifier()));
  }

  @Override
  public void rejected() {
    session.send(new ServerMessage.RejectHistory(subscription.identifier()));
  }

  @Override
  public void enqueue(Runnable task) {
    try {
      commands.execute(task);
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Not done: the node is stopping");
    }
  }
}
