package io.ropeway.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is measured of durable streams on one node, in this order. */
record OneNode(
    List<StreamFigures.Publishing> publishing,
    StreamFigures.Replay remembered,
    StreamFigures.Replay stored,
    StreamFigures.Crowd crowd,
    StreamFigures.Herd herd) {

  /** What publishers promise together, and at what their latency is taken. */
  private static final double RATE = 1_500;

  /**
   * Measures.
   *
   * @param loopTime how long each loop of publications runs
   * @param replays clients that replay at one time
   * @param herd clients that are dropped at one time
   */
  static OneNode measure(
      Target target, DatabaseMeter database, Duration loopTime, int replays, int herd)
      throws IOException, SQLException {
    ProcessMeter server = new ProcessMeter(target.pid());
    Townspeople town = new Townspeople(target);
    try (SocketLoop loop = new SocketLoop()) {
      List<StreamFigures.Publishing> publishing = new ArrayList<>();
      List<Door> nobody = List.of(new Door(target.address(), ""));
      publishing.addAll(
          loops(
              new PublishScenario(
                  "broadcasts of a channel", loop, streams(), nobody, server, database),
              loopTime));
      publishing.addAll(
          loops(
              new PublishScenario(
                  "chat messages",
                  loop,
                  town.rooms(PublishScenario.ROOMS),
                  town.signIn(database.connection(), PublishScenario.ROOMS),
                  server,
                  database),
              loopTime));
      ReplayScenario replay = new ReplayScenario(loop, target);
      return new OneNode(
          publishing,
          replay.remembered(),
          replay.stored(),
          replay.crowd(replays),
          new HerdScenario(loop, target).of(herd));
    }
  }

  private static List<StreamFigures.Publishing> loops(PublishScenario scenario, Duration time)
      throws IOException, SQLException {
    scenario.connect();
    scenario.closed(time.dividedBy(2)); // until the code is compiled
    StreamFigures.Publishing closed = scenario.closed(time);
    double rate = closed.perSecond() > RATE ? RATE : closed.perSecond() * 0.8;
    StreamFigures.Publishing open = scenario.open(rate, time);
    scenario.disconnect();
    return List.of(closed, open);
  }

  private static List<StreamRoom> streams() {
    return IntStream.range(0, PublishScenario.ROOMS)
        .mapToObj(i -> StreamRoom.durable("publish-" + i))
        .toList();
  }
}
