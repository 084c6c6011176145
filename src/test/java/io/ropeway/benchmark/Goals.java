package io.ropeway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the server promises under load. */
final class Goals {
  private static final double MAX_CPU_RATIO = 1.6;
  private static final double MAX_RESIDENT_KILOBYTES = 20;
  private static final double MAX_PING_GAP_SECONDS = 4;
  private static final double MIN_PUBLISHES = 1_500;
  private static final double MAX_PUBLISH_MILLIS = 100;
  private static final double MAX_REPLAY_MILLIS = 250;
  private static final double MAX_PASSAGE_MILLIS = 10;

  private static final double MAX_LIST_MILLIS = 50;

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

  /** A sentence for each goal of durable streams that was not reached. */
  static List<String> missed(StreamFigures streams) {
    List<String> missed = new ArrayList<>();
    check(missed, "events were lost, doubled or out of order", streams.wrong(), 0);
    for (StreamFigures.Publishing loop : streams.publishing()) {
      if (loop.closed()) {
        check(missed, "times too slow: " + loop.title(), MIN_PUBLISHES / loop.perSecond(), 1);
      }
      check(missed, "ms p99 of " + loop.title(), loop.p99(), MAX_PUBLISH_MILLIS);
    }
    check(missed, "ms for a replay from memory", streams.remembered().p50(), MAX_REPLAY_MILLIS);
    check(missed, "ms for a replay from the database", streams.stored().p50(), MAX_REPLAY_MILLIS);
    check(
        missed,
        "s without a ping while many replay",
        streams.crowd().pingGapSeconds(),
        MAX_PING_GAP_SECONDS);
    for (StreamFigures.Passage passage : streams.between()) {
      double millis = passage.there().percentile(0.5);
      check(missed, "ms to another node, " + passage.title(), millis, MAX_PASSAGE_MILLIS);
    }
    return missed;
  }

  /** A sentence for each goal of a support desk that was not reached. */
  static List<String> missed(DeskFigures desk) {
    List<String> missed = new ArrayList<>();
    check(missed, "messages were lost or doubled", desk.wrong(), 0);
    check(missed, "s without a ping", desk.pingGapSeconds(), MAX_PING_GAP_SECONDS);
    check(missed, "ms p95 for a list of conversations", desk.listP95(), MAX_LIST_MILLIS);
    return missed;
  }

  private static void check(List<String> missed, String what, double figure, double goal) {
    if (figure > goal) {
      missed.add(String.format(Locale.ROOT, "%.2f %s, the goal is %.2f", figure, what, goal));
    }
  }
}
