package io.ropeway.it.faults;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Somebody at one node who begins and ends typing all the time, and somebody at the other who hears
 * of it: traffic that is not stored, within a node and between nodes.
 */
final class TypingLine implements AutoCloseable {

  private static final Duration PACE = Duration.ofMillis(25);

  private final JavaParty typist = new JavaParty();
  private final JavaParty listener = new JavaParty();

  TypingLine(Cluster cluster) {
    Town town = cluster.town(1, 2);
    typist.enter(List.of(seat(cluster, town, 0)));
    listener.enter(List.of(seat(cluster, town, 1)));
    Awaitility.await("both are there")
        .atMost(Duration.ofSeconds(30))
        .until(() -> typist.standings().get(0).live() && listener.standings().get(0).live());
    typist.type(PACE);
    Awaitility.await("typing is heard at the other node")
        .atMost(Duration.ofSeconds(10))
        .until(() -> heardThere() > 0);
  }

  /** How many marks were heard at the node where they were made. */
  int heardHere() {
    return typist.standings().get(0).typing();
  }

  /** How many marks were heard at the other node. */
  int heardThere() {
    return listener.standings().get(0).typing();
  }

  @Override
  public void close() {
    typist.close();
    listener.close();
  }

  private static Seat seat(Cluster cluster, Town town, int home) {
    return new Seat(
        home,
        Kind.POSITIONS,
        cluster.addresses().get(home),
        home,
        town.roomOf(home),
        town.token(home));
  }
}
