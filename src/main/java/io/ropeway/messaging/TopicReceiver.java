package io.ropeway.messaging;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hears the topic, for ever.
 *
 * <p>This node's own messages come back, too: they are not handed on, but tell that the bus works.
 * Who hears nothing at all for some seconds, not even themselves, is on a dead connection, whatever
 * the client library says.
 */
final class TopicReceiver extends TopicWork {

  private static final System.Logger LOGGER = System.getLogger(TopicReceiver.class.getName());

  private static final long WAIT_MILLIS = 500;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final String topicName;
  private final long incarnation;
  private final Consumer<BusMessage> inbox;
  private final Runnable lost;
  private final BusCounters counters;
  private final Senders senders = new Senders();
  private boolean hears;
  private boolean heardOnce;

  /**
   * @param inbox is given each message of other nodes, in their order
   * @param lost is told whenever something was not heard, or may not have been
   */
  TopicReceiver(
      ConnectionFactory factory,
      String topicName,
      long incarnation,
      Consumer<BusMessage> inbox,
      Runnable lost,
      BusCounters counters) {
    super(factory);
    this.topicName = topicName;
    this.incarnation = incarnation;
    this.inbox = inbox;
    this.lost = lost;
    this.counters = counters;
  }

  @Override
  void workWith(JMSContext context) throws JMSException {
    JMSConsumer consumer = context.createConsumer(context.createTopic(topicName));
    hearing();
    long heardAt = System.nanoTime();
    while (!isStopped()) {
      Message message = consumer.receive(WAIT_MILLIS);
      long now = System.nanoTime();
      if (message != null) {
        heardAt = now;
        accept(message.getBody(byte[].class));
      } else if (now - heardAt > SILENCE_NANOS) {
        throw new IllegalStateException("Nothing was heard, not even this node itself");
      }
    }
  }

  private void accept(byte[] bytes) {
    Envelope envelope;
    try {
      envelope = BusCodec.decode(bytes).orElse(null);
    } catch (IllegalArgumentException e) {
      LOGGER.log(System.Logger.Level.WARNING, "A message on the bus is none of ours: " + e);
      return;
    }
    if (envelope == null || envelope.incarnation() == incarnation) {
      return;
    }
    long missing = senders.missingBefore(envelope);
    if (missing > 0) {
      counters.lost(missing);
      lost.run();
    }
    List<BusMessage> messages = envelope.messages();
    for (int i = (int) Math.min(messages.size(), Math.max(0, -missing)); i < messages.size(); i++) {
      counters.heard();
      handOn(messages.get(i));
    }
  }

  private void handOn(BusMessage message) {
    try {
      if (message != null) {
        inbox.accept(message);
      }
    } catch (RuntimeException e) { // one bad message never stops the others
      LOGGER.log(System.Logger.Level.ERROR, "A message of another node failed", e);
    }
  }

  private void hearing() {
    if (hears) {
      return;
    }
    hears = true;
    answered();
    counters.connected(true);
    LOGGER.log(
        System.Logger.Level.INFO, heardOnce ? "The bus is back" : "The bus is up: " + topicName);
    heardOnce = true;
    lost.run();
  }

  @Override
  void failed(Exception e) {
    if (hears || !heardOnce) {
      LOGGER.log(System.Logger.Level.WARNING, "The bus is away: " + e);
      heardOnce = true;
    }
    if (hears) {
      hears = false;
      counters.connected(false);
      lost.run();
    }
  }
}
