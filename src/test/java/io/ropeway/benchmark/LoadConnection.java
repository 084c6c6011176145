package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A subscriber of the load client: subscribes, then counts. */
final class LoadConnection extends CableSocket {
  private final LoadClient client;
  private boolean subscribed;
  private long nextSequence = -1;

  LoadConnection(SocketLoop loop, InetSocketAddress server, LoadClient client) throws IOException {
    super(loop, server, client.pings());
    this.client = client;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  @Override
  ByteBuffer upgrade() {
    return client.upgrade();
  }

  @Override
  void welcomed() throws IOException {
    write(Wire.subscribe());
  }

  @Override
  boolean received(ServerFrame frame) {
    long sequence = frame.sequence();
    if (sequence >= 0) {
      delivered(sequence, frame.at());
    } else if (frame.isConfirmation()) {
      subscribed = true;
      client.subscribed();
    } else {
      return false;
    }
    return true;
  }

  @Override
  void lost(String reason) {
    client.lost(this, reason);
  }

  private void delivered(long sequence, long at) {
    if (nextSequence >= 0 && sequence != nextSequence) {
      client.outOfOrder(nextSequence, sequence);
    }
    nextSequence = sequence + 1;
    client.delivered(System.nanoTime() - at);
  }
}
