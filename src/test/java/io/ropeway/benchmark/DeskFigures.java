package io.ropeway.benchmark;

/**
 * What was measured of a support desk.
 *
 * @param perSecond messages of contacts a second
 * @param p50 milliseconds from the request to the last agent's socket that half did not exceed
 * @param deliveries frames of events a message, to all sockets
 * @param serverMicros the server's CPU time a message
 * @param databaseMicros PostgreSQL's
 * @param commits of the database, a message
 * @param pingGapSeconds the longest that a socket was without a ping
 * @param wrong messages missing or doubled
 * @param listed conversations of the account when a page of the open ones was asked for
 * @param listP50 milliseconds that such a page took over HTTP
 */
record DeskFigures(
    double perSecond,
    double p50,
    double p95,
    double p99,
    double deliveries,
    double serverMicros,
    double databaseMicros,
    double commits,
    double pingGapSeconds,
    long wrong,
    int listed,
    double listP50,
    double listP95) {

  /** The server's CPU time a frame. */
  double microsPerDelivery() {
    return serverMicros / deliveries;
  }
}
