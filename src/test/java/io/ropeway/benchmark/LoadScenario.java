package io.ropeway.benchmark;

import java.io.IOException;
import java.time.Duration;

/** What is done to a server, and with which numbers. */
final class LoadScenario {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SETTLE = Duration.ofSeconds(8);
  private static final int WARM_UP_CONNECTIONS = 500;
  private static final int WARM_UP_DELIVERIES = 2_000_000;
  private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(2);
  private static final int OPEN_LOOP_DELIVERIES_PER_SECOND = 40_000;

  private final Target target;
  private final ProcessMeter meter;
  private final Duration loopTime;

  /**
   * @param loopTime how long each loop runs; the open one twice as long
   */
  LoadScenario(Target target, Duration loopTime) {
    this.target = target;
    this.meter = new ProcessMeter(target.pid());
    this.loopTime = loopTime;
  }

  /** Small rooms that come and go, until the server's code is compiled and its eden touched. */
  void warmUp() throws IOException {
    long end = System.nanoTime() + WARM_UP_LIMIT.toNanos();
    for (long deliveries = 0; deliveries < WARM_UP_DELIVERIES && System.nanoTime() < end; ) {
      try (LoadClient client = new LoadClient(target.address(), Target.BROADCAST_KEY)) {
        client.connect(WARM_UP_CONNECTIONS);
        closedLoop(client, loopTime.dividedBy(4));
        deliveries += client.deliveries();
      }
    }
  }

  /** Connects everybody, lets them idle, then publishes to them in both loops. */
  Figures crowd(int size) throws IOException {
    meter.collectGarbage();
    long residentBefore = meter.residentKilobytes();
    long liveBefore = meter.liveHeapKilobytes();
    try (LoadClient client = new LoadClient(target.address(), Target.BROADCAST_KEY)) {
      long start = System.nanoTime();
      client.connect(size);
      double connectRate = size / seconds(start);
      client.runUntil(() -> false, SETTLE);
      meter.collectGarbage();
      double resident = (meter.residentKilobytes() - residentBefore) / (double) size;
      double live = (meter.liveHeapKilobytes() - liveBefore) / (double) size;
      Figures.Loop closed = closedLoop(client, loopTime);
      client.restartPingWatch();
      Figures.Loop open = openLoop(client);
      return new Figures(
          connectRate,
          resident,
          live,
          closed,
          open,
          client.largestPingGapSeconds(),
          client.connectionsLost(),
          client.outOfOrder());
    }
  }

  /** Publishes to a room of its own, in a closed loop. */
  Figures.Loop room(int size) throws IOException {
    try (LoadClient client = new LoadClient(target.address(), Target.BROADCAST_KEY)) {
      client.connect(size);
      client.runUntil(() -> false, SETTLE);
      closedLoop(client, loopTime.dividedBy(4));
      return closedLoop(client, loopTime);
    }
  }

  /** Publishes when everybody has the one before: how much goes through. */
  private Figures.Loop closedLoop(LoadClient client, Duration time) throws IOException {
    Measurement measurement = new Measurement(client);
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      client.publish(System.nanoTime());
      measurement.published++;
      measurement.awaitAll();
    }
    return measurement.result();
  }

  /**
   * Publishes at a fixed rate, whether or not the last one has arrived. A publication's latency
   * counts from when it was due, so that a server that stalls cannot hide what waited meanwhile.
   */
  private Figures.Loop openLoop(LoadClient client) throws IOException {
    long interval = 1_000_000_000L * client.subscribers() / OPEN_LOOP_DELIVERIES_PER_SECOND;
    Measurement measurement = new Measurement(client);
    long due = System.nanoTime();
    long end = due + 2 * loopTime.toNanos();
    for (; due < end; due += interval) {
      client.runUntil(due);
      client.publish(due);
      measurement.published++;
    }
    measurement.awaitAll();
    return measurement.result();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** From its making to its result. */
  private final class Measurement {
    private final LoadClient client;
    private final long deliveriesBefore;
    private final long cpuBefore;
    private final long start;
    private long published;

    Measurement(LoadClient client) {
      this.client = client;
      client.latencies().clear();
      deliveriesBefore = client.deliveries();
      cpuBefore = meter.cpuMicros();
      start = System.nanoTime();
    }

    void awaitAll() throws IOException {
      long expected = deliveriesBefore + published * client.subscribers();
      if (!client.runUntil(
          () -> client.deliveries() >= expected && client.isAnswered(), PATIENCE)) {
        throw new IOException(
            "%d of %d deliveries missing, %d connections lost %s"
                .formatted(
                    expected - client.deliveries(),
                    expected,
                    client.connectionsLost(),
                    client.firstLoss()));
      }
    }

    Figures.Loop result() {
      double time = seconds(start);
      long deliveries = client.deliveries() - deliveriesBefore;
      double cpu = (meter.cpuMicros() - cpuBefore) / (double) deliveries;
      Latencies latencies = client.latencies();
      return new Figures.Loop(
          client.subscribers(),
          cpu,
          deliveries / time,
          latencies.percentile(0.50),
          latencies.percentile(0.95),
          latencies.percentile(0.99));
    }
  }
}
