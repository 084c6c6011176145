package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Thousands of subscribers and one publisher on one selector. Everything happens on the caller's
 * thread, inside {@link #runUntil}: no locks, no hand-over, one clock.
 */
final class LoadClient implements AutoCloseable {
  /** Handshakes on their way at one time: enough to keep the server busy, within any backlog. */
  private static final int CONNECTING_AT_ONCE = 128;

  private static final int READ_BUFFER_BYTES = 256 * 1024;

  private final InetSocketAddress server;
  private final Selector selector;
  private final Publisher publisher;
  private final Set<LoadConnection> connections = new HashSet<>();
  private final ServerFrame frame = new ServerFrame();
  private final ByteBuffer buffer = ByteBuffer.allocate(READ_BUFFER_BYTES);
  private final Latencies latencies = new Latencies();
  private int subscribed;
  private int connectionsLost;
  private long deliveries;
  private long outOfOrder;
  private long largestPingGap;
  private String firstLoss = "";

  LoadClient(InetSocketAddress server, String broadcastKey) throws IOException {
    this.server = server;
    this.selector = Selector.open();
    this.publisher = new Publisher(selector, server, broadcastKey);
  }

  /** Adds subscribers, as fast as the server takes them, and returns when all are confirmed. */
  void connect(int count) throws IOException {
    int target = subscribed + count;
    int opened = 0;
    while (subscribed < target) {
      while (opened < count && connections.size() - subscribed < CONNECTING_AT_ONCE) {
        open();
        opened++;
      }
      if (connectionsLost > 0) {
        throw new IOException("Could not connect " + count + ": " + firstLoss);
      }
      select(1_000);
    }
  }

  /** Publishes; the latency of each delivery counts from the given moment. */
  long publish(long at) throws IOException {
    return publisher.publish(at);
  }

  /** Whether the server has answered all publications. */
  boolean isAnswered() {
    return publisher.isAnswered();
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

  int subscribers() {
    return subscribed;
  }

  int connectionsLost() {
    return connectionsLost;
  }

  long deliveries() {
    return deliveries;
  }

  long outOfOrder() {
    return outOfOrder;
  }

  Latencies latencies() {
    return latencies;
  }

  /** The longest that a subscriber was without a ping since {@link #restartPingWatch()}. */
  double largestPingGapSeconds() {
    long now = System.nanoTime();
    for (LoadConnection connection : connections) {
      pingGap(connection.silence(now));
    }
    return largestPingGap / 1e9;
  }

  void restartPingWatch() {
    long now = System.nanoTime();
    connections.forEach(connection -> connection.restartPingWatch(now));
    largestPingGap = 0;
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  ByteBuffer upgrade() {
    return Wire.upgrade(server);
  }

  ServerFrame frame() {
    return frame;
  }

  void subscribed() {
    subscribed++;
  }

  void delivered(long nanos) {
    deliveries++;
    latencies.add(nanos);
  }

  void outOfOrder(long expected, long got) {
    outOfOrder += Math.max(1, Math.abs(got - expected));
  }

  void pingGap(long nanos) {
    largestPingGap = Math.max(largestPingGap, nanos);
  }

  void lost(LoadConnection connection, String reason) {
    connections.remove(connection);
    connectionsLost++;
    if (firstLoss.isEmpty()) {
      firstLoss = reason;
    }
    if (connection.isSubscribed()) {
      subscribed--;
    }
  }

  String firstLoss() {
    return firstLoss;
  }

  private void open() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    LoadConnection connection = new LoadConnection(channel, this);
    channel.connect(server);
    channel.register(selector, SelectionKey.OP_CONNECT, connection);
    connections.add(connection);
  }

  private void select(long millis) throws IOException {
    if (millis > 0) {
      selector.select(this::ready, millis);
    } else {
      selector.selectNow(this::ready);
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof LoadConnection connection) {
      connection.ready(key, buffer);
    } else {
      publisher.ready(buffer);
    }
  }
}
