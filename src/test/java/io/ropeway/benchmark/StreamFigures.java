package io.ropeway.benchmark;

import java.util.List;

/**
 * What was measured of durable streams.
 *
 * @param database what kind of PostgreSQL it was
 * @param floorCommits rows a second that this PostgreSQL stores in transactions of one row each
 * @param publishing loops of publications, in the order in which they were measured
 * @param remembered one client after the other that missed events which the node has in memory
 * @param stored the same with events that only the database has
 * @param crowd many clients that missed the same at one time
 * @param herd many clients that were dropped at one time
 * @param between the ways of events from one node to another
 */
record StreamFigures(
    String database,
    double floorCommits,
    List<Publishing> publishing,
    Replay remembered,
    Replay stored,
    Crowd crowd,
    Herd herd,
    List<Passage> between) {

  /**
   * Publications to rooms of a few.
   *
   * @param title what was published, and how
   * @param closed whether each publisher waited until everybody had its last one
   * @param perSecond publications a second
   * @param p50 milliseconds from sending to the last follower that half did not exceed
   * @param serverMicros the server's CPU time a publication
   * @param databaseMicros PostgreSQL's
   * @param commits of the database, a publication
   * @param wrong deliveries missing, doubled or out of order
   */
  record Publishing(
      String title,
      boolean closed,
      double perSecond,
      double p50,
      double p95,
      double p99,
      double serverMicros,
      double databaseMicros,
      double commits,
      long wrong) {}

  /**
   * Replays to one client at a time.
   *
   * @param events how many each missed
   * @param p50 milliseconds from the subscription to the end of what was missed
   */
  record Replay(int events, double p50, double worst, long wrong) {}

  /** Replays to many at one time: seconds until the last had all, and the server's CPU time. */
  record Crowd(
      int clients,
      int events,
      double seconds,
      double cpuSeconds,
      double pingGapSeconds,
      long wrong) {}

  /** The return of many: seconds until the last had all, and the server's CPU time. */
  record Herd(
      int clients,
      int rooms,
      int eventsEach,
      double seconds,
      double cpuSeconds,
      double pingGapSeconds,
      long wrong) {}

  /**
   * Events of one node, heard there and on another.
   *
   * @param title which events
   * @param here latencies of a follower on the publisher's node
   * @param there of one on the other node
   */
  record Passage(String title, Latencies here, Latencies there, long wrong) {}

  /** Everything missing, doubled or out of order. */
  long wrong() {
    return publishing.stream().mapToLong(Publishing::wrong).sum()
        + remembered.wrong()
        + stored.wrong()
        + crowd.wrong()
        + herd.wrong()
        + between.stream().mapToLong(Passage::wrong).sum();
  }
}
