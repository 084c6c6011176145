package io.ropeway.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody is dropped at one time, things go on meanwhile, and everybody comes back at once, with
 * no pause between two tries to spread them.
 */
final class HerdScenario {
  private static final int CLIENTS_A_ROOM = 10;
  private static final int EVENTS_EACH = 20;
  private static final int CONNECTING_AT_ONCE = 128;
  private static final int HERD_AT_ONCE = 2_000;

  private final SocketLoop loop;
  private final Door door;
  private final Seeder seeder;
  private final ProcessMeter server;

  HerdScenario(SocketLoop loop, Target target) {
    this.loop = loop;
    this.door = new Door(target.address(), "");
    this.seeder = new Seeder(target);
    this.server = new ProcessMeter(target.pid());
  }

  StreamFigures.Herd of(int clients) throws IOException {
    List<StreamRoom> rooms = new ArrayList<>();
    List<StreamFollower> everybody = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      if (i % CLIENTS_A_ROOM == 0) {
        rooms.add(StreamRoom.durable("herd-" + rooms.size()));
      }
      everybody.add(new StreamFollower(rooms.get(rooms.size() - 1), door));
    }
    StreamCrowd crowd = new StreamCrowd(loop);
    crowd.bring(everybody, CONNECTING_AT_ONCE);
    seeder.publish(rooms, 1);
    crowd.await(() -> everybody.stream().allMatch(StreamFollower::hasPosition));
    long cpu = server.cpuMicros();
    crowd.drop(everybody);
    seeder.publish(rooms, EVENTS_EACH);
    crowd.restartPingWatch();
    long start = System.nanoTime();
    crowd.bring(everybody, HERD_AT_ONCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (server.cpuMicros() - cpu) / 1e6;
    double pingGap = crowd.largestPingGapSeconds();
    long wrong = crowd.wrong();
    crowd.drop(everybody);
    return new StreamFigures.Herd(
        clients, rooms.size(), EVENTS_EACH, seconds, cpuSeconds, pingGap, wrong);
  }
}
