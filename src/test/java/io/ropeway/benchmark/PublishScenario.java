package io.ropeway.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rooms in each of which one client publishes and some follow, the publisher too; measured is the
 * time until the last of them has heard.
 */
final class PublishScenario {
  static final int ROOMS = 50;
  static final int FOLLOWERS = 10;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STATISTICS_DELAY = Duration.ofMillis(1_500);
  private static final int CONNECTING_AT_ONCE = 16;

  private final String title;
  private final SocketLoop loop;
  private final ProcessMeter server;
  private final DatabaseMeter database;
  private final StreamCrowd crowd;
  private final List<StreamFollower> publishers = new ArrayList<>();
  private final List<StreamFollower> everybody = new ArrayList<>();

  /**
   * @param title what is published
   * @param doors by turns the ones through which the clients come; no publisher shares one with
   *     another if there are enough
   */
  PublishScenario(
      String title,
      SocketLoop loop,
      List<StreamRoom> rooms,
      List<Door> doors,
      ProcessMeter server,
      DatabaseMeter database) {
    this.title = title;
    this.loop = loop;
    this.server = server;
    this.database = database;
    this.crowd = new StreamCrowd(loop);
    for (int i = 0; i <= FOLLOWERS; i++) {
      for (int room = 0; room < rooms.size(); room++) {
        Door door = doors.get((room + i) % doors.size());
        everybody.add(new StreamFollower(rooms.get(room), door));
      }
    }
    publishers.addAll(everybody.subList(0, rooms.size()));
  }

  void connect() throws IOException {
    crowd.bring(everybody, CONNECTING_AT_ONCE);
  }

  void disconnect() {
    crowd.drop(everybody);
  }

  /** Each publishes when everybody has its last one: how much goes through. */
  StreamFigures.Publishing closed(Duration time) throws IOException, SQLException {
    Measurement measurement = new Measurement();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      for (StreamFollower publisher : publishers) {
        if (publisher.room().completed() == publisher.room().published()) {
          publisher.publish(System.nanoTime());
        }
      }
      crowd.check();
      loop.select(100);
    }
    awaitAll();
    return measurement.result("one in flight a publisher", true);
  }

  /**
   * All together publish at a fixed rate, whoever has heard what. Latencies count from when a
   * publication was due.
   */
  StreamFigures.Publishing open(double perSecond, Duration time) throws IOException, SQLException {
    Measurement measurement = new Measurement();
    long interval = (long) (1e9 / perSecond);
    long due = System.nanoTime();
    long end = due + time.toNanos();
    for (int i = 0; due < end; i++, due += interval) {
      loop.runUntil(due);
      crowd.check();
      publishers.get(i % publishers.size()).publish(due);
    }
    awaitAll();
    return measurement.result(String.format("at a rate of %,.0f/s", perSecond), false);
  }

  private void awaitAll() throws IOException {
    boolean all = loop.runUntil(() -> published() == completed(), PATIENCE);
    crowd.check();
    if (!all) {
      throw new IOException(
          "%s: %d of %d publications were not heard by everybody"
              .formatted(title, published() - completed(), published()));
    }
  }

  private long published() {
    return publishers.stream().mapToLong(publisher -> publisher.room().published()).sum();
  }

  private long completed() {
    return publishers.stream().mapToLong(publisher -> publisher.room().completed()).sum();
  }

  /** From its making to its result. */
  private final class Measurement {
    private final Latencies latencies = new Latencies();
    private final long publishedBefore = published();
    private final long commitsBefore = database.commits();
    private final Map<Long, Long> databaseBefore = database.cpu();
    private final long serverBefore = server.cpuMicros();
    private final long start = System.nanoTime();

    Measurement() throws SQLException {
      publishers.forEach(publisher -> publisher.room().measure(FOLLOWERS + 1, latencies));
    }

    StreamFigures.Publishing result(String way, boolean closed) throws IOException, SQLException {
      double seconds = (System.nanoTime() - start) / 1e9;
      double count = published() - publishedBefore;
      long serverMicros = server.cpuMicros() - serverBefore;
      long databaseMicros = database.cpuMicrosSince(databaseBefore);
      loop.runUntil(System.nanoTime() + STATISTICS_DELAY.toNanos());
      return new StreamFigures.Publishing(
          title + ", " + way,
          closed,
          count / seconds,
          latencies.percentile(0.50),
          latencies.percentile(0.95),
          latencies.percentile(0.99),
          serverMicros / count,
          databaseMicros / count,
          (database.commits() - commitsBefore) / count,
          crowd.wrong());
    }
  }
}
