package io.ropeway.benchmark;

import java.util.Locale;

/** The figures of a support desk, as the README shows them. */
final class DeskTable {
  private DeskTable() {}

  /** Markdown. */
  static String render(String database, DeskFigures figures) {
    return String.format(
        Locale.ROOT,
        """
        | Support desk: %s | |
        |---|--:|
        | Messages of contacts a second; %,d agents of one inbox, %,d contacts, %,d conversations | %,.0f |
        | From the request to the last agent's socket p50 / p95 / p99 in ms | %.1f / %.1f / %.1f |
        | Frames a message; the server's CPU µs a frame | %,.0f; %.1f |
        | CPU ms a message, server / PostgreSQL; commits a message | %.1f / %.1f; %.2f |
        | Largest ping gap in s; messages lost or doubled | %.2f; %d |
        | Page of open conversations of %,d, over HTTP, p50 / p95 in ms | %.1f / %.1f |""",
        database,
        DeskTown.AGENTS,
        DeskTown.CONTACTS,
        DeskTown.OPEN,
        figures.perSecond(),
        figures.p50(),
        figures.p95(),
        figures.p99(),
        figures.deliveries(),
        figures.microsPerDelivery(),
        figures.serverMicros() / 1e3,
        figures.databaseMicros() / 1e3,
        figures.commits(),
        figures.pingGapSeconds(),
        figures.wrong(),
        figures.listed(),
        figures.listP50(),
        figures.listP95());
  }
}
