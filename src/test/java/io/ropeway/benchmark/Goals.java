package io.ropeway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the server promises under load. */
final class Goals {
  private static final double MAX_CPU_RATIO = 1.6;
  private static final double MAX_RESIDENT_KILOBYTES = 20;
  private static final double MAX_PING_GAP_SECONDS = 4;

  private Goals() {}

  /** A sentence for each goal that was not reached. */
  static List<String> missed(Comparison comparison) {
    Figures server = comparison.server();
    List<String> missed = new ArrayList<>();
    check(missed, "connections were lost", server.connectionsLost(), 0);
    check(missed, "deliveries were lost or out of order", server.deliveriesLost(), 0);
    check(missed, "times the floor's CPU per delivery", comparison.cpuRatio(), MAX_CPU_RATIO);
    check(
        missed,
        "resident KB per idle connection",
        server.residentKilobytes(),
        MAX_RESIDENT_KILOBYTES);
    check(missed, "s without a ping", server.pingGapSeconds(), MAX_PING_GAP_SECONDS);
    return missed;
  }

  private static void check(List<String> missed, String what, double figure, double goal) {
    if (figure > goal) {
      missed.add(String.format(Locale.ROOT, "%.2f %s, the goal is %.2f", figure, what, goal));
    }
  }
}
