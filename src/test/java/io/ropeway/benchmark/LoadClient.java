package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Thousands of subscribers and one publisher on one loop, and so on the caller's thread. */
final class LoadClient implements AutoCloseable {
  /** Handshakes on their way at one time: enough to keep the server busy, within any backlog. */
  private static final int CONNECTING_AT_ONCE = 128;

  private final InetSocketAddress server;
  private final SocketLoop loop;
  private final Publisher publisher;
  private final Set<LoadConnection> connections = new HashSet<>();
  private final Latencies latencies = new Latencies();
  private final PingWatch pings = new PingWatch();
  private int subscribed;
  private int connectionsLost;
  private long deliveries;
  private long outOfOrder;
  private String firstLoss = "";

  LoadClient(InetSocketAddress server, String broadcastKey) throws IOException {
    this.server = server;
    this.loop = new SocketLoop();
    this.publisher = new Publisher(loop.selector(), server, broadcastKey);
  }

  /** Adds subscribers, as fast as the server takes them, and returns when all are confirmed. */
  void connect(int count) throws IOException {
    int target = subscribed + count;
    int opened = 0;
    while (subscribed < target) {
      while (opened < count && connections.size() - subscribed < CONNECTING_AT_ONCE) {
        connections.add(new LoadConnection(loop, server, this));
        opened++;
      }
      if (connectionsLost > 0) {
        throw new IOException("Could not connect " + count + ": " + firstLoss);
      }
      loop.select(1_000);
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
    return loop.runUntil(condition, limit);
  }

  /** Reads what is there, and waits for more no longer than until the given moment. */
  void runUntil(long nanoTime) throws IOException {
    loop.runUntil(nanoTime);
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
    return pings.seconds(connections);
  }

  void restartPingWatch() {
    pings.restart(connections);
  }

  @Override
  public void close() throws IOException {
    loop.close();
  }

  ByteBuffer upgrade() {
    return Wire.upgrade(server);
  }

  PingWatch pings() {
    return pings;
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
}
