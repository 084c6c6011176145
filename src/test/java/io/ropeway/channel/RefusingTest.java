package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ropeway.service.Refusal;
import io.ropeway.session.Identity;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribes that are not confirmed: no, or nothing until somebody can say yes or no. */
class RefusingTest {

  private static final String ROOM = "{\"channel\":\"Room\"}";

  private final AtomicInteger tries = new AtomicInteger();
  private final TestNode node =
      new TestNode(
              "ropeway.limits.subscriptions", "3",
              "ropeway.limits.identifier-chars", "200",
              "ropeway.limits.commands-per-second", "0")
          .deploy(
              SubscribingTest.Room.class,
              () -> new SubscribingTest.Room(new LinkedBlockingQueue<>()))
          .deploy(Moody.class, Moody::new)
          .deploy(Unsure.class, () -> new Unsure(tries))
          .deploy(Lobby.class, Lobby::new);

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
    node.close();
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

  @Test
  void letsAnonymousClientsTryPublicChannelsOnly() {
    TestClient client = node.connect(Identity.anonymous());
    client.subscribe(ROOM);
    client.expectRejection(ROOM);
    client.follow("{\"channel\":\"Lobby\"}");
  }

  private static String nextButPings(TestClient client) {
    String frame;
    do {
      frame = client.connection().next();
    } while (frame != null && frame.contains("\"type\":\"ping\""));
    return frame;
  }
}
