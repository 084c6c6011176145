package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Thousands of sockets on one selector. Everything happens on the caller's thread, inside {@link
 * #runUntil}: no locks, no hand-over, one clock.
 */
final class SocketLoop implements AutoCloseable {
  private static final int READ_BUFFER_BYTES = 256 * 1024;

  private final Selector selector;
  private final ServerFrame frame = new ServerFrame();
  private final ByteBuffer buffer = ByteBuffer.allocate(READ_BUFFER_BYTES);

  /** What waits for a socket. */
  interface Waiting {
    /** The socket can be connected or read. */
    void ready(SelectionKey key, ByteBuffer buffer);
  }

  SocketLoop() throws IOException {
    selector = Selector.open();
  }

  Selector selector() {
    return selector;
  }

  /** The view on frames that all sockets share, since one is read at a time. */
  ServerFrame frame() {
    return frame;
  }

  /** Begins to connect. */
  SocketChannel open(InetSocketAddress server, Waiting waiting) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(server);
    channel.register(selector, SelectionKey.OP_CONNECT, waiting);
    return channel;
  }

  /** Reads until the condition holds, or the time is over; says whether the condition holds. */
  boolean runUntil(BooleanSupplier condition, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      select(Math.max(1, Math.min(100, left / 1_000_000)));
    }
    return true;
  }

  /** Reads what is there, and waits for more no longer than until the given moment. */
  void runUntil(long nanoTime) throws IOException {
    long left;
    while ((left = nanoTime - System.nanoTime()) > 0) {
      // A selector sleeps whole milliseconds; the last one is spent looking.
      select(left / 1_000_000);
    }
  }

  /** Reads what is there, and waits for something no longer than the given time. */
  void select(long millis) throws IOException {
    if (millis > 0) {
      selector.select(this::ready, millis);
    } else {
      selector.selectNow(this::ready);
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  private void ready(SelectionKey key) {
    ((Waiting) key.attachment()).ready(key, buffer);
  }
}
