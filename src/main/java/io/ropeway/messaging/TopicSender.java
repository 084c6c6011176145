package io.ropeway.messaging;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits. When the broker was away it starts again with the first message that still
 * lives; those who had heard it already know it by its number.
 *
 * <p>When there is nothing to say it says so once a second: others notice by that what they missed,
 * and this node's own receiver, that the bus works.
 */
final class TopicSender extends TopicWork {

  private static final System.Logger LOGGER = System.getLogger(TopicSender.class.getName());

  static final long IDLE_MILLIS = 1_000;
  private static final int MOST_MESSAGES = 500;
  private static final int MOST_CHARACTERS = 32 * 1024;

  private final String topicName;
  private final long incarnation;
  private final SendQueue queue;
  private final BusCounters counters;
  private boolean broken;

  TopicSender(
      ConnectionFactory factory,
      String topicName,
      long incarnation,
      SendQueue queue,
      BusCounters counters) {
    super(factory);
    this.topicName = topicName;
    this.incarnation = incarnation;
    this.queue = queue;
    this.counters = counters;
  }

  @Override
  void workWith(JMSContext context) throws InterruptedException {
    Topic topic = context.createTopic(topicName);
    JMSProducer producer =
        context
            .createProducer()
            .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
            .setDisableMessageID(true)
            .setTimeToLive(SendQueue.TIME_TO_LIVE_MILLIS);
    while (!isStopped()) {
      List<SendQueue.Numbered> batch = queue.next(MOST_MESSAGES, MOST_CHARACTERS, IDLE_MILLIS);
      producer.send(topic, BusCodec.encode(envelope(batch)));
      if (!batch.isEmpty()) {
        queue.remove(batch.get(batch.size() - 1).number());
        counters.sent(batch.size());
      }
      worked();
    }
  }

  private Envelope envelope(List<SendQueue.Numbered> batch) {
    if (batch.isEmpty()) {
      return new Envelope(incarnation, queue.nextNumber(), List.of());
    }
    List<@Nullable BusMessage> messages = new ArrayList<>(batch.size());
    for (SendQueue.Numbered one : batch) {
      messages.add(one.message());
    }
    return new Envelope(incarnation, batch.get(0).number(), messages);
  }

  private void worked() {
    answered();
    if (broken) {
      broken = false;
      LOGGER.log(System.Logger.Level.INFO, "The broker takes messages again");
    }
  }

  @Override
  void failed(Exception e) {
    if (!broken) {
      broken = true;
      LOGGER.log(System.Logger.Level.WARNING, "The broker takes no messages: " + e);
    }
  }
}
