package io.ropeway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures of both servers side by side, as the README shows them. */
final class ComparisonTable {
  private final Comparison comparison;
  private final List<String> lines = new ArrayList<>();

  ComparisonTable(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Markdown. */
  String render() {
    lines.clear();
    lines.add("| Figure | Ropeway | Floor | Ratio |");
    lines.add("|---|--:|--:|--:|");
    row("Connections a second", "%,.0f", Figures::connectRate);
    row("Resident KB per idle connection", "%.1f", Figures::residentKilobytes);
    row("Live heap KB per idle connection", "%.1f", Figures::liveKilobytes);
    for (Comparison.Pair room : comparison.rooms()) {
      loop("room of %,d", room);
    }
    loop(
        "open loop, room of %,d",
        new Comparison.Pair(comparison.server().open(), comparison.floor().open()));
    row("Largest ping gap in s, open loop", "%.2f", Figures::pingGapSeconds);
    row("Connections lost", "%.0f", Figures::connectionsLost);
    row("Deliveries lost or out of order", "%.0f", Figures::deliveriesLost);
    return String.join("\n", lines);
  }

  private void loop(String title, Comparison.Pair pair) {
    Figures.Loop server = pair.server();
    Figures.Loop floor = pair.floor();
    String where = String.format(Locale.ROOT, title, server.subscribers());
    row("CPU µs per delivery, " + where, "%.2f", server.cpuMicros(), floor.cpuMicros());
    row("Deliveries a second, " + where, "%,.0f", server.perSecond(), floor.perSecond());
    lines.add(
        "| Latency p50 / p95 / p99 in ms, %s | %s | %s | |"
            .formatted(where, percentiles(server), percentiles(floor)));
  }

  private void row(String title, String format, ToDoubleFunction<Figures> figure) {
    row(
        title,
        format,
        figure.applyAsDouble(comparison.server()),
        figure.applyAsDouble(comparison.floor()));
  }

  private void row(String title, String format, double server, double floor) {
    String ratio = floor == 0 ? "" : String.format(Locale.ROOT, "%.2f", server / floor);
    String figures = String.format(Locale.ROOT, format + " | " + format, server, floor);
    lines.add("| %s | %s | %s |".formatted(title, figures, ratio));
  }

  private static String percentiles(Figures.Loop loop) {
    return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", loop.p50(), loop.p95(), loop.p99());
  }
}
