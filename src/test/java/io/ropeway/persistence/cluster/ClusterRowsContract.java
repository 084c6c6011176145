package io.ropeway.persistence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.DatabaseContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rows of nodes and leases, on a database of the subclass's choice. */
abstract class ClusterRowsContract extends DatabaseContract {

  private final NodeRows nodes = new NodeRows();
  private final LeaseRows leases = new LeaseRows();

  @BeforeAll
  void wire() {
    nodes.database = database.bean();
    leases.database = database.bean();
  }

  @AfterEach
  void clear() {
    execute("delete from presence_lease");
    execute("delete from presence");
    execute("delete from node");
  }

  @Test
  void theFirstLeaseIsTheComingAndTheLastOnesEndTheGoing() {
    assertThat(put("ada", 1)).isTrue();
    assertThat(put("ada", 2)).isFalse();
    assertThat(put("ada", 1)).isFalse();
    assertThat(remove("ada", 1)).isFalse();
    assertThat(remove("ada", 1)).isFalse();
    assertThat(remove("ada", 2)).isTrue();
    assertThat(remove("ada", 2)).isFalse();
    assertThat(put("ada", 1)).isTrue();
  }

  @Test
  void aNodeSeesWhoIsPresentOnOthers() {
    put("ada", 1);
    put("bob", 2);
    put("ada", 2);

    assertThat(leases.elsewhere("room", 1)).extracting(LeaseRow::who).contains("ada", "bob");
    assertThat(leases.elsewhere("room", 2))
        .containsExactly(new LeaseRow("room", "ada", "{\"of\":1}"));
    assertThat(in(() -> leases.ofNode(2, 10)))
        .extracting(LeaseRow::who)
        .containsExactly("ada", "bob");
  }

  @Test
  void ofManyNodesExactlyOneSeesEachComingAndEachGoing() {
    AtomicInteger balance = new AtomicInteger();
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (long node = 1; node <= 4; node++) {
      long incarnation = node;
      running.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 40; i++) {
                  if (retrying(() -> put("ada", incarnation))) {
                    balance.incrementAndGet();
                  }
                  if (retrying(() -> remove("ada", incarnation))) {
                    balance.decrementAndGet();
                  }
                }
              }));
    }
    running.forEach(CompletableFuture::join);

    assertThat(balance).hasValue(0);
    assertThat(put("ada", 9)).isTrue();
  }

  @Test
  void aNodeIsDeadWhenItWasSilentForFifteenSeconds() {
    nodes.insert(1, "a", "{}");
    nodes.insert(2, "b", "{}");
    put("ada", 1);
    assertThat(nodes.look().dead()).isEmpty();

    age(1, 16);
    age(2, 14);

    assertThat(nodes.look().dead()).containsExactly(1L);
    assertThat(nodes.living()).extracting(NodeRow::id).containsExactly("b");
    nodes.removeDead(1);
    nodes.removeDead(2);
    assertThat(nodes.beat(1, "{}")).isFalse();
    assertThat(nodes.beat(2, "{\"n\":1}")).isTrue();
    assertThat(nodes.living().get(0).counts()).isEqualTo("{\"n\":1}");
    assertThat(nodes.look().dead()).as("has leases and no row").containsExactly(1L);
  }

  @Test
  void whoLooksForTheDeadIsToldTheTimeByWhichTheyAreDead() {
    nodes.insert(1, "a", "{}");
    Instant looked = nodes.look().time();
    nodes.beat(1, "{}");
    Instant beaten = nodes.living().get(0).heartbeatAt();
    age(1, 16);

    assertThat(looked).isBetween(beaten.minusSeconds(10), beaten);
    assertThat(nodes.look().time()).isBetween(beaten, beaten.plusSeconds(10));
  }

  @Test
  void aNodeThatStoppedInGoodOrderIsClearedUpAfterTheGraceTime() {
    nodes.insert(1, "a", "{}");
    nodes.stopped(1);
    assertThat(nodes.living()).isEmpty();
    assertThat(nodes.look().dead()).isEmpty();

    age(1, 11);

    assertThat(nodes.look().dead()).containsExactly(1L);
  }

  @Test
  void ofOneNameTheNodeThatWasThereFirstIsKnownToTheOthersAlone() {
    nodes.insert(1, "a", "{}");
    execute("update node set started_at = started_at - interval '1' second");
    nodes.insert(2, "a", "{}");
    nodes.insert(3, "b", "{}");

    assertThat(nodes.livingBefore(1, "a")).isEmpty();
    assertThat(nodes.livingBefore(2, "a")).extracting(NodeRow::incarnation).containsExactly(1L);
    assertThat(nodes.livingBefore(3, "b")).isEmpty();
    age(1, 16);
    assertThat(nodes.livingBefore(2, "a")).isEmpty();
  }

  private boolean put(String who, long incarnation) {
    return in(() -> leases.put("room", who, incarnation, "{\"of\":" + incarnation + "}"));
  }

  private boolean remove(String who, long incarnation) {
    return in(() -> leases.remove("room", who, incarnation));
  }

  /** As the writer does when the database asks for it. */
  private static boolean retrying(Supplier<Boolean> work) {
    for (int i = 0; ; i++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (i == 20) {
          throw e;
        }
      }
    }
  }

  private void age(long incarnation, int seconds) {
    execute(
        "update node set heartbeat_at = heartbeat_at - interval '%d' second where incarnation = %d"
            .formatted(seconds, incarnation));
  }
}
