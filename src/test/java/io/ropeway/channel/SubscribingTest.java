package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ropeway.session.Identity;
import io.ropeway.session.TestSessions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscribe and unsubscribe: each subscribe is answered, in order, whatever the channel does. */
class SubscribingTest {

  private static final String ROOM = "{\"channel\":\"Room\"}";

  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final TestNode node =
      new TestNode("ropeway.limits.commands-per-second", "0")
          .deploy(Room.class, () -> new Room(log))
          .deploy(Gated.class, () -> new Gated(gate))
          .deploy(RefusingTest.Moody.class, RefusingTest.Moody::new);

  /** Follows a stream of its identifier's and says hello. */
  @ChannelName("Room")
  static class Room implements Channel {
    private final BlockingQueue<String> log;

    Room(BlockingQueue<String> log) {
      this.log = log;
    }

    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("room");
      log.add("subscribed");
    }

    @Override
    public void unsubscribed(Subscription subscription) {
      log.add("unsubscribed");
      subscription.transmit("too late");
    }
  }

  /** Answers when the gate opens. */
  @ChannelName("Gated")
  static class Gated implements Channel {
    private final CountDownLatch gate;

    Gated(CountDownLatch gate) {
      this.gate = gate;
    }

    @Override
    public void subscribed(Subscription subscription) {
      try {
        gate.await(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @AfterEach
  void close() {
    gate.countDown();
    node.close();
  }

  @Test
  void confirmsWithTheIdentifierAsItWasSent() {
    TestClient client = node.connect();
    String odd = "{ \"channel\" : \"Room\", \"x\":\"\\u00e9\" }";

    client.follow(odd);
  }

  @Test
  void takesTwoSpellingsOfOneIdentifierForTwoSubscriptions() {
    TestClient client = node.connect();
    client.follow(ROOM);
    client.follow(ROOM + " ");

    node.publish("room", "1");

    client.expectMessage(ROOM, "1");
    client.expectMessage(ROOM + " ", "1");
  }

  @Test
  void sendsWhatTheChannelTransmitsBeforeTheConfirmation() {
    TestClient client = node.connect();
    String identifier = "{\"channel\":\"Moody\",\"mood\":\"good\"}";
    client.subscribe(identifier);

    client.expectMessage(identifier, "\"hello\"");
    client.expectConfirmation(identifier);
  }

  @Test
  void hearsEveryEventPublishedAfterTheConfirmation() {
    TestClient client = node.connect();
    for (int i = 0; i < 50; i++) {
      client.follow(ROOM);
      node.publish("room", "" + i);
      client.expectMessage(ROOM, "" + i);
      client.unsubscribe(ROOM);
    }
  }

  @Test
  void sharesOneAnswerAmongRepeatsThatComeBeforeIt() {
    TestClient client = node.connect();
    String gated = "{\"channel\":\"Gated\"}";
    client.subscribe(gated);
    client.subscribe(gated);
    client.subscribe(gated);

    gate.countDown();

    client.expectConfirmation(gated);
    client.expectQuiet();
  }

  @Test
  void confirmsARepeatOfAConfirmedSubscriptionAndChangesNothing() throws Exception {
    TestClient client = node.connect();
    client.follow(ROOM);
    client.follow(ROOM);
    node.publish("room", "1");

    client.expectMessage(ROOM, "1");
    client.expectQuiet();
    assertThat(log.poll()).isEqualTo("subscribed");
    assertThat(log.poll()).isNull();
  }

  @Test
  void answersARepeatHoweverSoonItComesAfterTheAnswer() throws Exception {
    TestClient client = node.connect();
    for (int i = 0; i < 2_000; i++) {
      client.subscribe("nobody");
      client.expectRejection("nobody");
    }
  }

  @Test
  void startsAnewWithAnUnsubscribeBetweenTwoSubscribes() throws Exception {
    TestClient client = node.connect();
    client.subscribe(ROOM);
    client.unsubscribe(ROOM);
    client.subscribe(ROOM);

    client.expectConfirmation(ROOM);
    client.expectConfirmation(ROOM);
    client.expectQuiet();
    node.publish("room", "1");
    client.expectMessage(ROOM, "1");
    assertThat(List.of(log.take(), log.take(), log.take()))
        .containsExactly("subscribed", "unsubscribed", "subscribed");
  }

  @Test
  void answersAnUnsubscribeWithNothing() {
    TestClient client = node.connect();
    client.follow(ROOM);
    client.unsubscribe(ROOM);
    client.unsubscribe(ROOM);
    client.unsubscribe("unknown");

    client.expectQuiet();
    node.publish("room", "1");
    client.expectQuiet();
    assertThat(node.broadcasting.rooms.size()).isZero();
    assertThat(node.channels.alive()).as("instances").isZero();
  }

  @Test
  void endsEverySubscriptionWithTheConnection() throws Exception {
    TestClient client = node.connect();
    client.follow(ROOM);
    client.follow("{\"channel\":\"Room\",\"n\":1}");
    log.clear();

    client.disconnect();

    assertThat(log.poll(5, TimeUnit.SECONDS)).isEqualTo("unsubscribed");
    assertThat(log.poll(5, TimeUnit.SECONDS)).isEqualTo("unsubscribed");
    assertThat(node.broadcasting.rooms.size()).isZero();
    assertThat(node.sessions.all()).isEmpty();
  }

  @Test
  void subscribesNobodyWhoIsGone() throws Exception {
    TestClient client = node.connect();
    String gated = "{\"channel\":\"Gated\"}";
    client.subscribe(gated);
    client.subscribe(ROOM);
    client.disconnect();
    gate.countDown();

    TestClient other = node.connect();
    other.follow(ROOM);
    await().until(() -> node.channels.alive() == 1);
    assertThat(log.poll()).isEqualTo("subscribed");
    assertThat(log.poll()).isNull();
  }

  @Test
  void endsASubscriptionWhoseRightHasEndedAndSaysSo() {
    TestClient client = node.connect();
    client.follow(ROOM);
    TestClient other = node.connect(TestSessions.user("2"));
    other.follow(ROOM);

    node.broadcasting.evictions.evict("room", Identity.key(Identity.Kind.USER, "1"));

    client.expectRejection(ROOM);
    node.publish("room", "1");
    client.expectQuiet();
    other.expectMessage(ROOM, "1");
  }
}
