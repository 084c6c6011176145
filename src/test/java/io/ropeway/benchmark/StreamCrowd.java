package io.ropeway.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Followers on one loop: brings them in, drops them, and sums up what went wrong for them. */
final class StreamCrowd {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final SocketLoop loop;
  private final List<StreamFollower> followers = new ArrayList<>();
  private final PingWatch pings = new PingWatch();
  private boolean subscribesWhenGreeted;
  private int greeted;
  private int caughtUp;
  private int lost;
  private String firstLoss = "";

  StreamCrowd(SocketLoop loop) {
    this.loop = loop;
  }

  /** Connects them, so many at one time, and returns when all are greeted. */
  void greet(List<StreamFollower> coming, int atOnce) throws IOException {
    subscribesWhenGreeted = false;
    int before = greeted;
    open(coming, atOnce, () -> greeted - before);
  }

  /**
   * Connects them, so many at one time, and returns when all have subscribed and missed nothing.
   */
  void bring(List<StreamFollower> coming, int atOnce) throws IOException {
    subscribesWhenGreeted = true;
    int before = caughtUp;
    open(coming, atOnce, () -> caughtUp - before);
  }

  /** Subscribes those who are greeted, all at one time; returns when nobody misses anything. */
  void subscribe(List<StreamFollower> greetedOnes) throws IOException {
    int before = caughtUp;
    for (StreamFollower follower : greetedOnes) {
      follower.subscribe();
    }
    await(() -> caughtUp - before == greetedOnes.size());
  }

  /** Reads until the condition holds. */
  void await(BooleanSupplier condition) throws IOException {
    boolean holds = loop.runUntil(() -> lost > 0 || condition.getAsBoolean(), PATIENCE);
    check();
    if (!holds) {
      throw new IOException(
          "%d of %d are greeted, %d caught up, and what was waited for has not come"
              .formatted(greeted, followers.size(), caughtUp));
    }
  }

  /** Ends all sockets as a broken network does. */
  void dropAll() {
    drop(List.copyOf(followers));
  }

  /** Ends their sockets as a broken network does. */
  void drop(List<StreamFollower> some) {
    some.forEach(follower -> follower.socket().abort());
    followers.removeAll(new HashSet<>(some));
  }

  void restartPingWatch() {
    pings.restart(sockets());
  }

  /** The longest that anybody was without a ping since the watch was restarted. */
  double largestPingGapSeconds() {
    return pings.seconds(sockets());
  }

  /** Events missing, doubled or out of order, of all who are there. */
  long wrong() {
    return followers.stream().mapToLong(StreamFollower::wrong).sum();
  }

  /** Fails if anybody lost the connection. */
  void check() throws IOException {
    if (lost > 0) {
      throw new IOException(lost + " connections were lost, the first: " + firstLoss);
    }
  }

  PingWatch pings() {
    return pings;
  }

  void greeted(StreamFollower follower) throws IOException {
    greeted++;
    if (subscribesWhenGreeted) {
      follower.subscribe();
    }
  }

  void caughtUp() {
    caughtUp++;
  }

  void lost(String reason) {
    if (lost++ == 0) {
      firstLoss = reason;
    }
  }

  private void open(List<StreamFollower> coming, int atOnce, IntSupplier arrived)
      throws IOException {
    for (int i = 0; i < coming.size(); i++) {
      int opened = i;
      await(() -> opened - arrived.getAsInt() < atOnce);
      StreamFollower follower = coming.get(i);
      follower.on(new FollowerSocket(loop, this, follower));
      followers.add(follower);
    }
    await(() -> arrived.getAsInt() == coming.size());
  }

  private List<FollowerSocket> sockets() {
    return followers.stream().map(StreamFollower::socket).toList();
  }
}
