package io.ropeway.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;

/**
 * Work with the broker on a thread of its own, in one context for as long as the broker answers;
 * while it does not, this thread alone waits for it. Ends when it is stopped or interrupted.
 */
abstract class TopicWork implements Runnable {

  private final ConnectionFactory factory;
  private final Backoff backoff = new Backoff();
  private volatile boolean stopped;

  TopicWork(ConnectionFactory factory) {
    this.factory = factory;
  }

  final void stop() {
    stopped = true;
  }

  final boolean isStopped() {
    return stopped;
  }

  /** The broker answers: the next time that it does not, it is asked again soon. */
  final void answered() {
    backoff.reset();
  }

  @Override
  public final void run() {
    try {
      while (!stopped) {
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
          workWith(context);
        } catch (JMSException
            | RuntimeException e) { // a resource adapter throws more than JMS knows
          if (!stopped) {
            failed(e);
          }
          backoff.pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works until it is stopped or something fails. */
  abstract void workWith(JMSContext context) throws JMSException, InterruptedException;

  /** The broker does not answer, or no longer; it is asked again in a while. */
  abstract void failed(Exception e);
}
