package io.ropeway.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBusContract;
import io.ropeway.config.ClusterSettings;
import io.ropeway.it.BrokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The topic on a real broker, which goes away and comes back. */
class TopicLinkIT extends ClusterBusContract {

  private static BrokerProcess broker;

  private final ClusterSettings settings =
      new ClusterSettings("jms", "test-" + UUID.randomUUID(), 10_000);
  private final List<TestNode> nodes = new ArrayList<>();

  @BeforeAll
  static void startBroker() {
    broker = BrokerProcess.start("link");
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @AfterEach
  void leave() {
    nodes.forEach(node -> node.link.stop());
  }

  @Override
  protected TestNode join() {
    TestNode node = new TestNode();
    nodes.add(node);
    node.link.start(Thread::new);
    awaitConnected(node);
    return node;
  }

  @Test
  void aKilledBrokerSlowsNobodyAndItsReturnIsNoticedWithinThreeSeconds() {
    TestNode first = join();
    TestNode second = join();
    first.send(passing(1));
    awaitCount(second, 1);
    int lostBefore = second.losses.get();

    broker.kill();
    assertThat(broker.answers()).isFalse();
    awaitUntil(() -> !first.counters.isConnected() && !second.counters.isConnected());
    assertThat(second.losses).hasValueGreaterThan(lostBefore);
    long start = System.nanoTime();
    for (int i = 2; i < 20_002; i++) {
      first.send(passing(i));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(first.counters.dropped()).isEqualTo(10_000);

    broker.start();
    long back = System.nanoTime();
    awaitUntil(() -> first.counters.isConnected() && second.counters.isConnected());
    first.send(passing(20_002)); // who is not back yet would miss it, as all that passes
    awaitUntil(() -> second.heard.contains(passing(20_002)));
    assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(3));
    assertThat(second.heard).doesNotHaveDuplicates();
    assertThat(second.heard.size() + second.counters.lost()).isEqualTo(20_002);
  }

  @Test
  void theWayToTheOtherNodeTakesMilliseconds() {
    TestNode first = join();
    TestNode second = join();
    int count = 2_000;
    long[] took = new long[count];
    for (int i = 0; i < count; i++) {
      long sent = System.nanoTime();
      first.send(passing(i));
      while (second.heard.size() <= i) {
        Thread.onSpinWait();
      }
      took[i] = System.nanoTime() - sent;
    }
    long[] warm = Arrays.copyOfRange(took, count / 2, count);
    Arrays.sort(warm);
    String figures =
        "bus p50 %.2f ms, p95 %.2f ms, p99 %.2f ms"
            .formatted(warm[500] / 1e6, warm[950] / 1e6, warm[990] / 1e6);

    assertThat(warm[500]).as(figures).isLessThan(10_000_000);
    System.getLogger(TopicLinkIT.class.getName()).log(System.Logger.Level.INFO, figures);
  }

  private static void awaitConnected(TestNode node) {
    awaitUntil(node.counters::isConnected);
  }

  private static void awaitUntil(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(condition);
  }

  private final class TestNode implements Node {
    final List<BusMessage> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger losses = new AtomicInteger();
    final BusCounters counters = new BusCounters();
    final TopicLink link =
        new TopicLink(
            broker.connectionFactory(),
            settings,
            ThreadLocalRandom.current().nextLong(),
            heard::add,
            losses::incrementAndGet,
            counters);

    @Override
    public void send(BusMessage message) {
      link.send(message);
    }

    @Override
    public List<BusMessage> heard() {
      return heard;
    }
  }
}
