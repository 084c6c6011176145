package io.ropeway.service.cluster;

import io.ropeway.broadcast.ThisNode;
import io.ropeway.config.StartOrder;
import io.ropeway.persistence.cluster.NodeLook;
import io.ropeway.persistence.cluster.NodeRows;
import io.ropeway.room.PresenceChange;
import io.ropeway.service.Refusal;
import io.ropeway.session.SharedTime;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says every three seconds that this node is there, and clears up after nodes that do not say so
 * any more; what it asks the database for that once a second also tells the {@link SharedTime}. On
 * a thread of its own, for which no request has to wait and which waits for none.
 */
@ApplicationScoped
public class NodePulse {

  private static final System.Logger LOGGER = System.getLogger(NodePulse.class.getName());
  private static final long SECOND_MILLIS = 1_000;
  private static final int SECONDS_A_BEAT = 3;
  private static final int BATCH = 100;

  @Resource ManagedThreadFactory threads;
  @Inject ThisNode node;
  @Inject NodeName name;
  @Inject NodeRows rows;
  @Inject NodeCounts counts;
  @Inject PresenceLeases leases;
  @Inject PresenceWriter presence;
  @Inject SharedTime time;

  private @Nullable Thread pulse;
  private volatile boolean stopped;
  private boolean failing;

  /** Before anything that the others would see of this node. */
  void start(
      @Observes @Priority(StartOrder.DATA) @Initialized(ApplicationScoped.class) Object event) {
    rows.insert(node.incarnation(), node.id(), counts.text());
    name.claim();
    Thread thread = threads.newThread(this::run);
    pulse = thread;
    thread.start();
  }

  /** Who was here has a grace time to come back elsewhere, from now on. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    stopped = true;
    Thread running = pulse;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(SECOND_MILLIS);
      rows.stopped(node.incarnation());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "The others will find out by themselves", e);
    }
  }

  private void run() {
    try {
      for (int second = 0; !stopped; second++) {
        try {
          if (failing || second % SECONDS_A_BEAT == 0) {
            beat();
          }
          clearUp();
          failing = false;
        } catch (RuntimeException e) {
          failed(e);
        }
        TimeUnit.MILLISECONDS.sleep(SECOND_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    if (!rows.beat(node.incarnation(), counts.text())) {
      LOGGER.log(System.Logger.Level.WARNING, "This node was taken for dead, and is not");
      rows.insert(node.incarnation(), node.id(), counts.text());
      presence.writeAll();
    }
  }

  private void clearUp() {
    NodeLook look = rows.look();
    time.observe(look.time());
    for (long incarnation : look.dead()) {
      if (incarnation != node.incarnation()) {
        clearUpAfter(incarnation);
      }
    }
  }

  private void clearUpAfter(long incarnation) {
    int ended = 0;
    List<PresenceChange> left = leases.ofNode(incarnation, BATCH);
    while (!left.isEmpty() && !stopped) {
      presence.announce(leases.write(incarnation, left));
      ended += left.size();
      left = leases.ofNode(incarnation, BATCH);
    }
    rows.removeDead(incarnation);
    LOGGER.log(
        System.Logger.Level.INFO,
        "A node is gone: " + Long.toHexString(incarnation) + "; leases that it left: " + ended);
  }

  private void failed(RuntimeException e) {
    if (!failing && !stopped) {
      LOGGER.log(
          e instanceof Refusal ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
          "No heartbeat: " + e);
    }
    failing = true;
  }
}
