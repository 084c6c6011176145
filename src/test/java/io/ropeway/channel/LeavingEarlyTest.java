package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.Event;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that leaves a channel before it was told all that it has missed there. */
class LeavingEarlyTest {

  private static final String BUSY = "{\"channel\":\"Busy\"}";
  private static final String GREETING = "{\"channel\":\"Greeting\"}";
  private static final String WORK = "{\"action\":\"work\"}";

  private final Semaphore turns = new Semaphore(0);
  private final List<String> calls = new CopyOnWriteArrayList<>();

  /** Has the client's other commands wait for a turn. */
  @ChannelName("Busy")
  static final class Busy implements Channel {
    private final Semaphore turns;

    Busy(Semaphore turns) {
      this.turns = turns;
    }

    @Action
    void work() throws InterruptedException {
      turns.acquire();
    }
  }

  /** Greets once everything is told. */
  @ChannelName("Greeting")
  static final class Greeting implements Channel {
    private final List<String> calls;

    Greeting(List<String> calls) {
      this.calls = calls;
    }

    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("durable");
      calls.add("subscribed");
    }

    @Override
    public void confirmed(Subscription subscription) {
      calls.add("confirmed");
    }

    @Override
    public void unsubscribed(Subscription subscription) {
      calls.add("unsubscribed");
    }
  }

  /** Notes what fails. */
  private final Handler failures =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          calls.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final Logger log = Logger.getLogger(LiveChannel.class.getName());

  private final TestNode node =
      new TestNode()
          .deploy(Busy.class, () -> new Busy(turns))
          .deploy(Greeting.class, () -> new Greeting(calls));

  @BeforeEach
  void listen() {
    log.addHandler(failures);
  }

  @AfterEach
  void close() {
    log.removeHandler(failures);
    node.close();
  }

  @Test
  void isNotGreetedAnyMore() {
    TestClient client = node.connect();
    client.follow(BUSY);
    client.perform(BUSY, WORK);
    client.subscribe(GREETING);
    client.perform(BUSY, WORK);
    client.unsubscribe(GREETING);

    turns.release();
    client.expectConfirmation(GREETING);
    node.broadcasting.commit(new Event("durable", "1"));
    assertThat(client.connection().next()).contains("\"message\":1"); // now all is told
    turns.release();

    node.settle();
    assertThat(calls).containsExactly("subscribed", "unsubscribed");
  }
}
