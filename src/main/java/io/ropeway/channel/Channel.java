package io.ropeway.channel;

/**
 * What subscribers of one kind may do; applications implement it and annotate the class with {@link
 * ChannelName}.
 *
 * <p>An instance serves one subscription. All its methods, actions and timers run one after
 * another, each within the time limit for handlers, after which the thread is interrupted. An
 * exception ends the command that caused it and nothing else.
 */
public interface Channel {

  /**
   * A client wants to subscribe. Follow streams, transmit what it shall see first, or reject. The
   * client is told the outcome when this returns; an exception rejects, a passed time limit does
   * not.
   */
  default void subscribed(Subscription subscription) {}

  /**
   * The client knows that it is subscribed, and has been told what it asked for or missed of its
   * streams. What is transmitted now comes after all that.
   */
  default void confirmed(Subscription subscription) {}

  /**
   * The subscription has ended: by the client, by a rejection, or because the connection is gone.
   * No stream is followed any more; what is transmitted goes nowhere.
   */
  default void unsubscribed(Subscription subscription) {}

  /** An action could not be done. By default only the log and the counters know. */
  default void failed(Subscription subscription, ActionFailure failure) {}
}
