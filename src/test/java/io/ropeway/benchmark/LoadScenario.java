package io.ropeway.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is done to each server, in this order and with these numbers. */
final class LoadScenario {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SETTLE = Duration.ofSeconds(8);
  private static final int WARM_UP_CONNECTIONS = 500;
  private static final int WARM_UP_ROUNDS = 8;
  private static final int OPEN_LOOP_DELIVERIES_PER_SECOND = 40_000;

  private final Target target;
  private final ProcessMeter meter;
  private final List<Integer> roomSizes;
  private final Duration loopTime;

  /**
   * @param roomSizes subscribers in each closed loop; the largest room is also the idle crowd and
   *     the open loop
   * @param loopTime how long each loop runs
   */
  LoadScenario(Target target, List<Integer> roomSizes, Duration loopTime) {
    this.target = target;
    this.meter = new ProcessMeter(target.pid());
    this.roomSizes = roomSizes.stream().sorted(Comparator.reverseOrder()).toList();
    this.loopTime = loopTime;
  }

  Figures run() throws IOException {
    warmUp();
    Figures ofTheCrowd = crowd(roomSizes.get(0));
    List<Figures.Loop> rooms = new ArrayList<>();
    for (int size : roomSizes.subList(1, roomSizes.size())) {
      rooms.add(0, smallerRoom(size));
    }
    rooms.addAll(ofTheCrowd.rooms());
    return ofTheCrowd.withRooms(rooms);
  }

  private Figures crowd(int size) throws IOException {
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
          List.of(closed),
          open,
          client.largestPingGapSeconds(),
          client.connectionsLost(),
          client.outOfOrder());
    }
  }

  /** Small rooms that come and go, until the server's code is compiled and its eden touched. */
  private void warmUp() throws IOException {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      try (LoadClient client = new LoadClient(target.address(), Target.BROADCAST_KEY)) {
        client.connect(WARM_UP_CONNECTIONS);
        closedLoop(client, loopTime.dividedBy(4));
      }
    }
  }

  private Figures.Loop smallerRoom(int size) throws IOException {
    try (LoadClient client = new LoadClient(target.address(), Target.BROADCAST_KEY)) {
      client.connect(size);
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
