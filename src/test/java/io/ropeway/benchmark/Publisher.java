package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;

/** Publishes over one HTTP connection, without waiting for the answers. */
final class Publisher {
  private static final int CREATED = 201;

  private final HttpPipe pipe;
  private final InetSocketAddress server;
  private final String broadcastKey;
  private long sequence;

  Publisher(Selector selector, InetSocketAddress server, String broadcastKey) {
    this.pipe = new HttpPipe(selector, server, CREATED);
    this.server = server;
    this.broadcastKey = broadcastKey;
  }

  /**
   * Sends the next publication.
   *
   * @param at when it was to be sent
   * @return its number
   */
  long publish(long at) throws IOException {
    pipe.send(Wire.publication(server, broadcastKey, ++sequence, at));
    return sequence;
  }

  /** Whether all publications have been answered. */
  boolean isAnswered() {
    return pipe.isAnswered();
  }
}
