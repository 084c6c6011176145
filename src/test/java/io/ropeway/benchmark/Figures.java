package io.ropeway.benchmark;

/**
 * What was measured of one server with its largest crowd.
 *
 * @param connectRate connections a second, from the first SYN to the last confirmed subscription
 * @param residentKilobytes growth of the resident set per idle connection, both sides after a full
 *     collection
 * @param liveKilobytes growth of the live heap per idle connection
 * @param closed the closed loop
 * @param open the open loop
 * @param pingGapSeconds the longest that any client was without a ping during the open loop
 * @param connectionsLost connections that ended by themselves
 * @param deliveriesLost deliveries missing, doubled or out of order
 */
record Figures(
    double connectRate,
    double residentKilobytes,
    double liveKilobytes,
    Loop closed,
    Loop open,
    double pingGapSeconds,
    int connectionsLost,
    long deliveriesLost) {

  /**
   * One run of publications to one room.
   *
   * @param subscribers the size of the room
   * @param cpuMicros the server's CPU time per delivery
   * @param perSecond deliveries a second
   * @param p50 latency in milliseconds that half of the deliveries did not exceed
   */
  record Loop(
      int subscribers, double cpuMicros, double perSecond, double p50, double p95, double p99) {}
}
