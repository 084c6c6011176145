package io.ropeway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of durable streams, as the README shows them. */
final class StreamTable {
  private final StreamFigures figures;
  private final List<String> lines = new ArrayList<>();

  StreamTable(StreamFigures figures) {
    this.figures = figures;
  }

  /** Markdown. */
  String render() {
    lines.clear();
    lines.add("| Durable streams: " + figures.database() + " | |");
    lines.add("|---|--:|");
    row(
        "Floor: commits of one row a second, %,d connections".formatted(PublishScenario.ROOMS),
        "%,.0f",
        figures.floorCommits());
    figures.publishing().forEach(this::publishing);
    replay("in memory", figures.remembered());
    replay("in the database", figures.stored());
    crowd(figures.crowd());
    herd(figures.herd());
    figures.between().forEach(this::passage);
    row("Events lost, doubled or out of order", "%d", figures.wrong());
    return String.join("\n", lines);
  }

  private void publishing(StreamFigures.Publishing loop) {
    String where =
        ", %s, %d rooms of %d"
            .formatted(loop.title(), PublishScenario.ROOMS, PublishScenario.FOLLOWERS);
    row(
        "Publishes a second, times the floor" + where,
        "%,.0f, %.2f",
        loop.perSecond(),
        loop.perSecond() / figures.floorCommits());
    row(
        "Latency to the last follower p50 / p95 / p99 in ms" + where,
        "%.1f / %.1f / %.1f",
        loop.p50(),
        loop.p95(),
        loop.p99());
    row(
        "CPU µs per publish, server / PostgreSQL; commits per publish" + where,
        "%,.0f / %,.0f; %.2f",
        loop.serverMicros(),
        loop.databaseMicros(),
        loop.commits());
  }

  private void replay(String where, StreamFigures.Replay replay) {
    row(
        "Replay of %,d missed events %s, p50 / worst in ms".formatted(replay.events(), where),
        "%.1f / %.1f",
        replay.p50(),
        replay.worst());
  }

  private void crowd(StreamFigures.Crowd crowd) {
    row(
        "%,d clients replay %,d events each: s / server CPU s / largest ping gap in s"
            .formatted(crowd.clients(), crowd.events()),
        "%.1f / %.1f / %.2f",
        crowd.seconds(),
        crowd.cpuSeconds(),
        crowd.pingGapSeconds());
  }

  private void herd(StreamFigures.Herd herd) {
    row(
        "%,d clients of %,d rooms dropped, back, caught up with %d events each: s / server CPU s"
            .formatted(herd.clients(), herd.rooms(), herd.eventsEach()),
        "%.1f / %.1f",
        herd.seconds(),
        herd.cpuSeconds());
  }

  private void passage(StreamFigures.Passage passage) {
    row(
        "Two nodes, %s: p50 / p95 / p99 in ms, same node".formatted(passage.title()),
        "%s",
        percentiles(passage.here()));
    row(
        "Two nodes, %s: p50 / p95 / p99 in ms, other node".formatted(passage.title()),
        "%s",
        percentiles(passage.there()));
  }

  private void row(String title, String format, Object... values) {
    lines.add("| %s | %s |".formatted(title, String.format(Locale.ROOT, format, values)));
  }

  private static String percentiles(Latencies latencies) {
    return String.format(
        Locale.ROOT,
        "%.1f / %.1f / %.1f",
        latencies.percentile(0.50),
        latencies.percentile(0.95),
        latencies.percentile(0.99));
  }
}
