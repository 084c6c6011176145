package io.ropeway.messaging;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBus;
import io.ropeway.config.ClusterSettings;
import io.ropeway.it.BrokerProcess;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The test itself as one more node on the bus. */
public final class BusPeer implements ClusterBus, AutoCloseable {

  public final List<BusMessage> heard = new CopyOnWriteArrayList<>();
  public final BusCounters counters = new BusCounters();
  private final TopicLink link;

  public BusPeer(BrokerProcess broker, String topic, long incarnation) {
    link =
        new TopicLink(
            broker.connectionFactory(),
            new ClusterSettings("jms", topic, 10_000),
            incarnation,
            heard::add,
            () -> {},
            counters);
    link.start(Thread::new);
  }

  @Override
  public void send(BusMessage message) {
    link.send(message);
  }

  @Override
  public void close() {
    link.stop();
  }
}
