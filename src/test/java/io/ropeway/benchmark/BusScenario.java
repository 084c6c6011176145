package io.ropeway.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One client publishes on a node; one hears it there and another one on the other node. */
final class BusScenario {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PER_SECOND = 100;

  private final SocketLoop loop;
  private final Target here;
  private final Target there;

  BusScenario(SocketLoop loop, Target here, Target there) {
    this.loop = loop;
    this.here = here;
    this.there = there;
  }

  /** Publishes at a fixed rate; the first part only warms up. */
  StreamFigures.Passage measure(String title, StreamRoom room, Duration time) throws IOException {
    Latencies onThisNode = new Latencies();
    Latencies onTheOther = new Latencies();
    StreamFollower publisher = new StreamFollower(room, door(here));
    StreamFollower neighbour = new StreamFollower(room, door(here), onThisNode);
    StreamFollower stranger = new StreamFollower(room, door(there), onTheOther);
    List<StreamFollower> all = List.of(publisher, neighbour, stranger);
    room.measure(all.size(), new Latencies());
    StreamCrowd crowd = new StreamCrowd(loop);
    crowd.bring(all, all.size());
    publish(crowd, publisher, time.dividedBy(2));
    onThisNode.clear();
    onTheOther.clear();
    publish(crowd, publisher, time);
    long wrong = crowd.wrong();
    crowd.drop(all);
    return new StreamFigures.Passage(title, onThisNode, onTheOther, wrong);
  }

  private void publish(StreamCrowd crowd, StreamFollower publisher, Duration time)
      throws IOException {
    long interval = 1_000_000_000L / PER_SECOND;
    long due = System.nanoTime();
    long end = due + time.toNanos();
    for (; due < end; due += interval) {
      loop.runUntil(due);
      crowd.check();
      publisher.publish(due);
    }
    StreamRoom room = publisher.room();
    loop.runUntil(() -> room.completed() == room.published(), PATIENCE);
    crowd.check();
  }

  private static Door door(Target node) {
    return new Door(node.address(), "");
  }
}
