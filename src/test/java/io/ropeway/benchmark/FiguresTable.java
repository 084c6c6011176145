package io.ropeway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures of the server and of the floor side by side, as the README shows them. */
final class FiguresTable {
  private final Figures server;
  private final Figures floor;
  private final List<String> lines = new ArrayList<>();

  FiguresTable(Figures server, Figures floor) {
    this.server = server;
    this.floor = floor;
  }

  /** Markdown. */
  String render() {
    lines.clear();
    lines.add("| Figure | Ropeway | Floor | Ratio |");
    lines.add("|---|--:|--:|--:|");
    row("Connections a second", "%,.0f", Figures::connectRate);
    row("Resident KB per idle connection", "%.1f", Figures::residentKilobytes);
    row("Live heap KB per idle connection", "%.1f", Figures::liveKilobytes);
    for (int i = 0; i < server.rooms().size(); i++) {
      int room = i;
      loop("room of %,d", figures -> figures.rooms().get(room));
    }
    loop("open loop, room of %,d", Figures::open);
    row("Largest ping gap in s, open loop", "%.2f", Figures::pingGapSeconds);
    row("Connections lost", "%.0f", figures -> (double) figures.connectionsLost());
    row("Deliveries lost or out of order", "%.0f", figures -> (double) figures.deliveriesLost());
    return String.join("\n", lines);
  }

  private void loop(String title, Function<Figures, Figures.Loop> loop) {
    String where = String.format(Locale.ROOT, title, loop.apply(server).subscribers());
    row("CPU µs per delivery, " + where, "%.2f", figures -> loop.apply(figures).cpuMicros());
    row("Deliveries a second, " + where, "%,.0f", figures -> loop.apply(figures).perSecond());
    lines.add(
        "| Latency p50 / p95 / p99 in ms, %s | %s | %s | |"
            .formatted(where, percentiles(loop.apply(server)), percentiles(loop.apply(floor))));
  }

  private void row(String title, String format, Function<Figures, Double> figure) {
    double ours = figure.apply(server);
    double floors = figure.apply(floor);
    String ratio = floors == 0 ? "" : String.format(Locale.ROOT, "%.2f", ours / floors);
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | " + format + " | " + format + " | %s |",
            title,
            ours,
            floors,
            ratio));
  }

  private static String percentiles(Figures.Loop loop) {
    return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", loop.p50(), loop.p95(), loop.p99());
  }
}
