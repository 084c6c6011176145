package io.ropeway.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Clients that were away for a thousand events, one after the other and all at one time. */
final class ReplayScenario {
  private static final int EVENTS = 1_000;
  private static final int RUNS = 15;
  private static final int WARM_UPS = 5;
  private static final int BYSTANDERS = 200;
  private static final int CONNECTING_AT_ONCE = 128;

  private final SocketLoop loop;
  private final Door door;
  private final Seeder seeder;
  private final ProcessMeter server;

  ReplayScenario(SocketLoop loop, Target target) {
    this.loop = loop;
    this.door = new Door(target.address(), "");
    this.seeder = new Seeder(target);
    this.server = new ProcessMeter(target.pid());
  }

  /** Of streams that somebody else follows on the node, which has their last events in memory. */
  StreamFigures.Replay remembered() throws IOException {
    StreamCrowd others = new StreamCrowd(loop);
    Runs runs = new Runs();
    for (int i = 0; i < WARM_UPS + RUNS; i++) {
      StreamRoom room = StreamRoom.durable("remembered-" + i);
      others.bring(List.of(new StreamFollower(room, door)), 1);
      runs.add(missed(room), i >= WARM_UPS);
    }
    others.dropAll();
    return runs.result();
  }

  /** Of streams that nobody has followed yet: the database has their events, and nobody else. */
  StreamFigures.Replay stored() throws IOException {
    StreamFollower probe = missed(StreamRoom.durable("probe"));
    Runs runs = new Runs();
    for (int i = 0; i < WARM_UPS + RUNS; i++) {
      StreamRoom room = StreamRoom.durable("stored-" + i);
      seeder.publish(List.of(room), EVENTS);
      StreamFollower follower = new StreamFollower(room, door);
      follower.startBefore(probe);
      runs.add(follower, i >= WARM_UPS);
    }
    return runs.result();
  }

  /** Many of one room that only the database has, while others go on without them. */
  StreamFigures.Crowd crowd(int clients) throws IOException {
    StreamCrowd bystanders = new StreamCrowd(loop);
    StreamRoom elsewhere = StreamRoom.durable("elsewhere");
    bystanders.bring(followers(elsewhere, BYSTANDERS), CONNECTING_AT_ONCE);
    StreamRoom room = StreamRoom.durable("crowd");
    seeder.publish(List.of(room), EVENTS);
    StreamFollower probe = missed(StreamRoom.durable("crowd-probe"));
    List<StreamFollower> others = followers(room, clients);
    others.forEach(other -> other.startBefore(probe));
    StreamCrowd crowd = new StreamCrowd(loop);
    crowd.greet(others, CONNECTING_AT_ONCE);
    loop.runUntil(System.nanoTime() + 4_000_000_000L); // until everybody has had a ping
    bystanders.restartPingWatch();
    crowd.restartPingWatch();
    long cpu = server.cpuMicros();
    long start = System.nanoTime();
    crowd.subscribe(others);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (server.cpuMicros() - cpu) / 1e6;
    bystanders.check();
    StreamFigures.Crowd figures =
        new StreamFigures.Crowd(
            clients,
            EVENTS,
            seconds,
            cpuSeconds,
            Math.max(bystanders.largestPingGapSeconds(), crowd.largestPingGapSeconds()),
            crowd.wrong());
    crowd.drop(others);
    bystanders.dropAll();
    return figures;
  }

  /** One that has heard the first event of a room, and missed all others. */
  private StreamFollower missed(StreamRoom room) throws IOException {
    StreamCrowd crowd = new StreamCrowd(loop);
    StreamFollower follower = new StreamFollower(room, door);
    crowd.bring(List.of(follower), 1);
    seeder.publish(List.of(room), 1);
    crowd.await(follower::hasPosition);
    crowd.drop(List.of(follower));
    seeder.publish(List.of(room), EVENTS);
    return follower;
  }

  private List<StreamFollower> followers(StreamRoom room, int count) {
    List<StreamFollower> followers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      followers.add(new StreamFollower(room, door));
    }
    return followers;
  }

  /** Replays, one after the other. */
  private final class Runs {
    private final List<Double> millis = new ArrayList<>();
    private long wrong;

    void add(StreamFollower follower, boolean counts) throws IOException {
      StreamCrowd crowd = new StreamCrowd(loop);
      crowd.bring(List.of(follower), 1);
      if (counts) {
        millis.add(follower.catchUpNanos() / 1e6);
      }
      wrong += crowd.wrong();
      crowd.drop(List.of(follower));
    }

    StreamFigures.Replay result() {
      Collections.sort(millis);
      return new StreamFigures.Replay(
          EVENTS, millis.get(millis.size() / 2), millis.get(millis.size() - 1), wrong);
    }
  }
}
