package io.ropeway.broadcast;

import io.ropeway.config.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Has this node follow what concerns every node, from before its first client to its end. It is in
 * the log, so that a bus that is away lets nobody stay who may not.
 */
@ApplicationScoped
public class ControlStream {

  @Inject Sequencers sequencers;
  @Inject StreamLog log;

  void start(
      @Observes @Priority(StartOrder.DATA) @Initialized(ApplicationScoped.class) Object event) {
    follow();
  }

  /** Counted in first, and the head read second: nothing falls in between. */
  void follow() {
    StreamSequencer sequencer = sequencers.acquire(StreamNames.CONTROL);
    StreamHead head = log.head(StreamNames.CONTROL);
    sequencer.inTurn(() -> sequencer.begin(head));
  }
}
