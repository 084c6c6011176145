package io.ropeway.broadcast;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A bus within the test's JVM, which delivers on the thread of the sender and can be cut. */
public final class TestBus {

  private final List<End> ends = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  /**
   * One more node.
   *
   * @param inbox is given what others tell
   */
  public ClusterBus join(Consumer<BusMessage> inbox) {
    End end = new End(inbox);
    ends.add(end);
    return end;
  }

  /** From now on everything is lost, or heard again. */
  public void cut(boolean on) {
    cut = on;
  }

  private final class End implements ClusterBus {
    private final Consumer<BusMessage> inbox;

    End(Consumer<BusMessage> inbox) {
      this.inbox = inbox;
    }

    @Override
    public void send(BusMessage message) {
      if (!cut) {
        ends.stream().filter(end -> end != this).forEach(end -> end.inbox.accept(message));
      }
    }
  }
}
