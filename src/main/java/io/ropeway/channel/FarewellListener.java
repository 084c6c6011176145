package io.ropeway.channel;

import io.ropeway.session.ClientSession;
import io.ropeway.session.ConnectionListener;

/** Listens to a connection that was refused: lets the last words out, and nothing in. */
record FarewellListener(ClientSession session) implements ConnectionListener {

  @Override
  public void text(String message) {
    // Nothing that a refused client says is read.
  }

  @Override
  public void binary() {
    // Nor this.
  }

  @Override
  public void pong(int number) {
    // Nor this.
  }

  @Override
  public void sent() {
    session.outbox().sent();
  }

  @Override
  public void closed(int code) {
    session.closed();
  }
}
