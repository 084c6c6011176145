package io.ropeway.broadcast;

import jakarta.enterprise.context.ApplicationScoped;

/** The bus of a node that is alone. */
@ApplicationScoped
public class SingleNode implements ClusterBus {

  @Override
  public void send(BusMessage message) {
    // There is nobody to hear it.
  }
}
