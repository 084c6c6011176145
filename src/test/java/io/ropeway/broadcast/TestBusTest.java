package io.ropeway.broadcast;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class TestBusTest extends ClusterBusContract {

  private final TestBus bus = new TestBus();

  @Override
  protected Node join() {
    List<BusMessage> heard = new CopyOnWriteArrayList<>();
    ClusterBus end = bus.join(heard::add);
    return new Node() {
      @Override
      public List<BusMessage> heard() {
        return heard;
      }

      @Override
      public void send(BusMessage message) {
        end.send(message);
      }
    };
  }
}
