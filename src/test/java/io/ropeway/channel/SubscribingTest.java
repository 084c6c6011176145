package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ropeway.service.Refusal;
import io.ropeway.session.Identity;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribe and unsubscribe: each subscribe is answered, in order, whatever the channel does. */
class SubscribingTest {

  private static final String ROOM = "{\"channel\":\"Room\"}";

  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final TestNode node =
      new TestNode(
              "ropeway.limits.subscriptions", "3",
              "ropeway.limits.identifier-chars", "200",
              "ropeway.limits.commands-per-second", "0")
          .deploy(Room.class, () -> new Room(log))
          .deploy(Gated.class, () -> new Gated(gate))
          .deploy(Moody.class, Moody::new)
          .deploy(Unsure.class, () -> new Unsure(tries))
          .deploy(Lobby.class, Lobby::new);

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

  /** Says no in all ways, after it followed a stream. */
  @ChannelName("Moody")
  static class Moody implements Channel {

    /** Its parameters. */
    public record Params(String mood) {}

    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("room");
      switch (subscription.params(Params.class).mood()) {
        case "reject" -> {
          subscription.transmit("why");
          subscription.reject();
          subscription.transmit("unheard");
        }
        case "fail" -> throw new IllegalStateException("as asked");
        case "error" -> throw new NoClassDefFoundError("as asked");
        case "refuse" -> throw Refusal.notFound("as asked");
        case "away" -> throw Refusal.unavailable("as asked", new IllegalStateException());
        default -> subscription.transmit("hello");
      }
    }
  }

  /** Cannot say at first. */
  @ChannelName("Unsure")
  static class Unsure implements Channel {
    private final AtomicInteger tries;

    Unsure(AtomicInteger tries) {
      this.tries = tries;
    }

    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("room");
      if (tries.incrementAndGet() == 1) {
        throw Refusal.unavailable("as asked");
      }
    }

    @Action
    String receive() {
      return "received";
    }
  }

  /** Lets anybody in. */
  @ChannelName(value = "Lobby", access = Access.PUBLIC)
  static class Lobby implements Channel {}

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"channel\":\"Unknown\"}",
        "{\"channel\":7}",
        "{\"room\":\"general\"}",
        "{}",
        "[]",
        "no json",
        "",
        "{\"channel\":\"Room\"} and more"
      })
  void rejectsWhatNamesNoChannel(String identifier) {
    TestClient client = node.connect();
    client.subscribe(identifier);

    client.expectRejection(identifier);
  }

  @Test
  void rejectsAnIdentifierThatIsTooLong() {
    TestClient client = node.connect();
    String identifier = "{\"channel\":\"Room\",\"x\":\"" + "x".repeat(200) + "\"}";
    client.subscribe(identifier);

    client.expectRejection(identifier);
    client.follow(ROOM);
  }

  @Test
  void rejectsOneSubscriptionMoreThanAConnectionMayHave() {
    TestClient client = node.connect();
    for (int i = 0; i < 3; i++) {
      client.follow("{\"channel\":\"Room\",\"n\":" + i + "}");
    }
    client.subscribe(ROOM);
    client.expectRejection(ROOM);

    client.unsubscribe("{\"channel\":\"Room\",\"n\":0}");
    client.follow(ROOM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "error", "refuse"})
  void rejectsWhenTheChannelFails(String mood) {
    TestClient client = node.connect();
    String identifier = "{\"channel\":\"Moody\",\"mood\":\"" + mood + "\"}";
    client.subscribe(identifier);

    client.expectRejection(identifier);
    client.follow(ROOM);
    assertThat(node.channels.alive()).as("instances").isEqualTo(1);
  }

  @Test
  void sendsWhatWasTransmittedBeforeARejectionAndNothingAfterIt() {
    TestClient client = node.connect();
    String identifier = "{\"channel\":\"Moody\",\"mood\":\"reject\"}";
    client.subscribe(identifier);
    client.expectMessage(identifier, "\"why\"");
    client.expectRejection(identifier);

    node.publish("room", "1");

    client.expectQuiet();
    assertThat(node.broadcasting.rooms.size()).isZero();
  }

  @Test
  void sendsTheClientAwayToComeBackWhenItCannotBeToldYesOrNo() {
    TestClient client = node.connect();
    node.databaseAway(true);
    client.subscribe("{\"channel\":\"Moody\",\"mood\":\"away\"}");
    await()
        .until(
            () -> {
              node.time.pass(Duration.ofSeconds(1));
              return client.connection().closed() != null;
            });

    assertThat(nextButPings(client))
        .isEqualTo("{\"type\":\"disconnect\",\"reason\":\"unavailable\",\"reconnect\":true}");
    assertThat(client.connection().closed()).isEqualTo("1013 unavailable");
  }

  @Test
  void answersTheClientOnceTheDatabaseIsBack() {
    String identifier = "{\"channel\":\"Unsure\"}";
    TestClient client = node.connect();
    node.databaseAway(true);
    client.subscribe(identifier);
    client.perform(identifier, "{}"); // waits behind it

    await().until(() -> tries.get() > 0);
    node.time.pass(Duration.ofSeconds(5));
    assertThat(tries).hasValue(1);

    node.databaseAway(false);
    await()
        .until(
            () -> {
              node.time.pass(Duration.ofSeconds(1));
              return tries.get() == 2;
            });
    assertThat(nextButPings(client)).contains("confirm_subscription");
    assertThat(nextButPings(client)).contains("\"message\":\"received\"");
  }

  private static String nextButPings(TestClient client) {
    String frame;
    do {
      frame = client.connection().next();
    } while (frame != null && frame.contains("\"type\":\"ping\""));
    return frame;
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

  @Test
  void letsAnonymousClientsTryPublicChannelsOnly() {
    TestClient client = node.connect(Identity.anonymous());
    client.subscribe(ROOM);
    client.expectRejection(ROOM);
    client.follow("{\"channel\":\"Lobby\"}");
  }
}
