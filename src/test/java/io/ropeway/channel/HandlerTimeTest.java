package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Periodic timers, and the time limit of handlers. */
class HandlerTimeTest {

  private static final String CLOCK = "{\"channel\":\"Clock\"}";
  private static final String SLOTH = "{\"channel\":\"Sloth\"}";

  private final Semaphore ticks = new Semaphore(1_000);
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicBoolean released = new AtomicBoolean();
  private final TestNode node =
      new TestNode()
          .deploy(Clock.class, () -> new Clock(ticks, log))
          .deploy(Sloth.class, () -> new Sloth(never, released, log));
  private final TestClient client = node.connect();

  /** Ticks. */
  @ChannelName("Clock")
  static class Clock implements Channel {
    private final Semaphore ticks;
    private final BlockingQueue<String> log;
    private int count;

    Clock(Semaphore ticks, BlockingQueue<String> log) {
      this.ticks = ticks;
      this.log = log;
    }

    @Every("PT1S")
    String tick(Subscription subscription) throws InterruptedException {
      log.add("tick");
      ticks.tryAcquire(5, TimeUnit.SECONDS);
      return "tick " + ++count;
    }

    @Every("PT10S")
    void fail() {
      throw new IllegalStateException("as asked");
    }

    @Every("PT20S")
    void end(Subscription subscription) {
      subscription.reject();
    }
  }

  /** Takes its time. */
  @ChannelName("Sloth")
  static class Sloth implements Channel {
    private final CountDownLatch never;
    private final AtomicBoolean released;
    private final BlockingQueue<String> log;

    Sloth(CountDownLatch never, AtomicBoolean released, BlockingQueue<String> log) {
      this.never = never;
      this.released = released;
      this.log = log;
    }

    @Action
    void sleep() throws InterruptedException {
      log.add("asleep");
      never.await();
    }

    @Action
    void ignore() {
      log.add("asleep");
      while (!released.get()) {
        Thread.onSpinWait();
      }
    }

    @Action
    boolean isInterrupted() {
      return Thread.currentThread().isInterrupted();
    }

    @Override
    public void failed(Subscription subscription, ActionFailure failure) {
      subscription.transmit(failure.kind() + ": " + failure.sentence());
    }

    @Override
    public void unsubscribed(Subscription subscription) {
      log.add("unsubscribed");
    }
  }

  @AfterEach
  void close() {
    released.set(true);
    ticks.release(1_000);
    node.close();
  }

  @Test
  void ticksRegularlyOnceTheSubscriptionIsConfirmed() {
    followAndSettle(CLOCK);

    node.time.pass(Duration.ofMillis(1_050));
    client.expectMessage(CLOCK, "\"tick 1\"");
    client.expectQuiet();
    node.time.pass(Duration.ofSeconds(1));
    expectMessageAmongPings("\"tick 2\"");
  }

  @Test
  void ticksNoMoreAfterTheEndOfTheSubscription() {
    client.follow(CLOCK);
    client.unsubscribe(CLOCK);
    client.expectQuiet();

    node.time.pass(Duration.ofMillis(1_400)); // a tick later, and before the first ping

    assertThat(client.framesUntilSettled()).isEmpty();
  }

  @Test
  void ticksNoMoreForAClientThatIsGone() {
    client.follow(CLOCK);
    client.disconnect();
    await().until(() -> node.channels.alive() == 0);
    log.clear();

    node.time.pass(Duration.ofSeconds(5));

    assertThat(log).isEmpty();
  }

  @Test
  void leavesOutTicksWhileOneStillRuns() throws Exception {
    ticks.drainPermits();
    followAndSettle(CLOCK);
    node.time.pass(Duration.ofMillis(1_050));
    assertThat(log.poll(5, TimeUnit.SECONDS)).isEqualTo("tick");
    node.time.pass(Duration.ofSeconds(3));

    ticks.release(1_000);

    expectMessageAmongPings("\"tick 1\"");
    assertThat(client.framesUntilSettled()).filteredOn(f -> f.contains("tick")).isEmpty();
    assertThat(log).isEmpty();
  }

  @Test
  void keepsTickingAfterATimerFailed() {
    followAndSettle(CLOCK);
    int heard = 0;
    for (int i = 0; i < 15; i++) {
      node.time.pass(Duration.ofSeconds(1));
      heard += (int) client.framesUntilSettled().stream().filter(f -> f.contains("tick")).count();
    }

    assertThat(heard).isGreaterThanOrEqualTo(14);
  }

  @Test
  void endsTheSubscriptionThatATimerRejects() {
    followAndSettle(CLOCK);
    for (int i = 0; i < 21; i++) {
      node.time.pass(Duration.ofSeconds(1));
      if (client.framesUntilSettled().stream().anyMatch(f -> f.contains("reject"))) {
        assertThat(i).isGreaterThanOrEqualTo(19);
        return;
      }
    }
    client.expectRejection(CLOCK);
  }

  @Test
  void interruptsAHandlerOverItsTimeLimit() throws Exception {
    client.follow(SLOTH);
    client.perform(SLOTH, "{\"action\":\"sleep\"}");
    assertThat(log.poll(5, TimeUnit.SECONDS)).isEqualTo("asleep");

    node.time.pass(Duration.ofMillis(5_100));

    expectMessageAmongPings("\"TIMEOUT: That took too long.\"");
    client.perform(SLOTH, "{\"action\":\"isInterrupted\"}");
    expectMessageAmongPings("false");
    assertThat(client.connection().closed()).isNull();
  }

  @Test
  void endsTheConnectionOfAHandlerThatIgnoresTheInterrupt() throws Exception {
    client.follow(SLOTH);
    client.perform(SLOTH, "{\"action\":\"ignore\"}");
    assertThat(log.poll(5, TimeUnit.SECONDS)).isEqualTo("asleep");

    node.time.pass(Duration.ofMillis(5_100));
    assertThat(client.connection().closed()).isNull();
    node.time.pass(Duration.ofMillis(5_100));

    assertThat(client.connection().awaitClose()).isEqualTo("1011 handler_timeout");
    client.disconnect();
    assertThat(node.sessions.all()).isEmpty();
    released.set(true);
    assertThat(log.poll(5, TimeUnit.SECONDS)).isEqualTo("unsubscribed");
  }

  @Test
  void letsOthersGoOnMeanwhile() throws Exception {
    client.follow(SLOTH);
    client.perform(SLOTH, "{\"action\":\"ignore\"}");
    assertThat(log.poll(5, TimeUnit.SECONDS)).isEqualTo("asleep");

    TestClient other = node.connect();
    other.follow(SLOTH);
  }

  /** The timers start behind the confirmation. */
  private void followAndSettle(String identifier) {
    client.follow(identifier);
    client.expectQuiet();
  }

  private void expectMessageAmongPings(String message) {
    String frame = client.connection().next();
    while (frame != null && frame.contains("\"ping\"")) {
      frame = client.connection().next();
    }
    assertThat(frame).endsWith("\"message\":" + message + "}");
  }
}
