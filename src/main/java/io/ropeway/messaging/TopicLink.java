package io.ropeway.messaging;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBus;
import io.ropeway.config.ClusterSettings;
import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** One node's connection to the topic: a queue, a sender and a receiver. */
final class TopicLink implements ClusterBus {

  private static final long FAREWELL_MILLIS = 2_000;

  private final SendQueue queue;
  private final TopicSender sender;
  private final TopicReceiver receiver;
  private final List<Thread> running = new ArrayList<>();

  TopicLink(
      ConnectionFactory factory,
      ClusterSettings settings,
      long incarnation,
      Consumer<BusMessage> inbox,
      Runnable lost,
      BusCounters counters) {
    queue = new SendQueue(settings.queue(), counters);
    sender = new TopicSender(factory, settings.topic(), incarnation, queue, counters);
    receiver = new TopicReceiver(factory, settings.topic(), incarnation, inbox, lost, counters);
  }

  void start(ThreadFactory threads) {
    for (Runnable loop : List.of(receiver, sender)) {
      Thread thread = threads.newThread(loop);
      running.add(thread);
      thread.start();
    }
  }

  /** Ends both threads, and waits for them a little. */
  void stop() {
    sender.stop();
    receiver.stop();
    try {
      for (Thread thread : running) {
        thread.interrupt();
      }
      for (Thread thread : running) {
        thread.join(FAREWELL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void send(BusMessage message) {
    queue.add(message);
  }
}
