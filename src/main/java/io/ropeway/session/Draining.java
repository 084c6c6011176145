package io.ropeway.session;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this node is going away, and so takes nobody in any more. */
@ApplicationScoped
public class Draining {

  private volatile boolean begun;

  /** From now on handshakes are refused and health says so. */
  public void begin() {
    begun = true;
  }

  public boolean hasBegun() {
    return begun;
  }
}
