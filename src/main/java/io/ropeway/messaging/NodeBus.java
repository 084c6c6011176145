package io.ropeway.messaging;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusInbox;
import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBus;
import io.ropeway.broadcast.ThisNode;
import io.ropeway.config.ClusterSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * This node's end of the bus: the topic of the server's default connection factory, or nothing
 * where this node is the only one.
 */
@ApplicationScoped
public class NodeBus implements ClusterBus {

  @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
  ConnectionFactory factory;

  @Resource ManagedThreadFactory threads;
  @Inject ClusterSettings settings;
  @Inject ThisNode node;
  @Inject BusInbox inbox;
  @Inject BusCounters counters;

  private volatile @Nullable TopicLink link;

  /** Has this bean made while the application starts, so that the node hears from then on. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    if (settings.usesJms()) {
      link =
          new TopicLink(
              factory, settings, node.incarnation(), inbox::receive, inbox::lost, counters);
      link.start(threads);
    }
  }

  @PreDestroy
  void stop() {
    TopicLink open = link;
    if (open != null) {
      open.stop();
    }
  }

  @Override
  public void send(BusMessage message) {
    TopicLink open = link;
    if (open != null) {
      open.send(message);
    }
  }
}
