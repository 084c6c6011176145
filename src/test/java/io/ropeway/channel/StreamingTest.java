package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.Identity;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams: followed, stopped, heard through callbacks, published to. */
class StreamingTest {

  private static final String RADIO = "{\"channel\":\"Radio\"}";

  private final CountDownLatch gate = new CountDownLatch(1);
  private final TestNode node =
      new TestNode(
              "ropeway.limits.commands-per-second", "0",
              "ropeway.limits.streams", "3",
              "ropeway.limits.queued-commands", "20")
          .deploy(Radio.class, () -> new Radio(gate));
  private final TestClient client = node.connect();

  StreamingTest() {
    client.follow(RADIO);
  }

  /** Tunes in and out. */
  @ChannelName("Radio")
  static class Radio implements Channel {

    /** The name of a stream. */
    public record Named(String stream) {}

    /** What goes over the air. */
    public record Song(String title) {}

    private final CountDownLatch gate;

    Radio(CountDownLatch gate) {
      this.gate = gate;
    }

    @Action
    void follow(Subscription subscription, Named named) {
      subscription.streamFrom(named.stream());
    }

    @Action
    void liftLimit(Subscription subscription) {
      subscription.liftStreamLimit();
    }

    @Action
    void raw(Subscription subscription, Named named) {
      subscription.streamFrom(named.stream(), subscription::transmit);
    }

    @Action
    void bound(Subscription subscription, Named named) {
      subscription.streamFrom(
          named.stream(), Song.class, song -> subscription.transmit("song " + song.title()));
    }

    @Action
    void slow(Subscription subscription, Named named) {
      subscription.streamFrom(
          named.stream(),
          payload -> {
            try {
              gate.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            subscription.transmit("slow " + payload);
          });
    }

    @Action
    void picky(Subscription subscription, Named named) {
      subscription.streamFrom(
          named.stream(),
          payload -> {
            if (payload.equals("\"noise\"")) {
              subscription.reject();
            } else if (payload.equals("\"fault\"")) {
              throw new AssertionError("as asked");
            }
          });
    }

    @Action
    void stop(Subscription subscription, Named named) {
      subscription.stopStream(named.stream());
    }

    @Action
    void stopAll(Subscription subscription) {
      subscription.stopAll();
    }

    @Action
    void publish(Subscription subscription, Named named) {
      subscription.broadcast(named.stream(), Map.of("title", "all"));
    }

    @Action
    void publishToOthers(Subscription subscription, Named named) {
      subscription.broadcastToOthers(named.stream(), Map.of("title", "others"));
    }

    @Action
    String whoAmI(Subscription subscription) {
      return subscription.identity().id() + " at " + subscription.request().uri().getPath();
    }
  }

  @AfterEach
  void close() {
    gate.countDown();
    node.close();
  }

  @Test
  void hearsEventsAsTheyAre() {
    act("follow", "a");
    node.publish("a", "{\"x\":  1.50}");

    client.expectMessage(RADIO, "{\"x\":  1.50}");
  }

  @Test
  void hearsAnEventOnceHoweverOftenItFollows() {
    act("follow", "a");
    act("follow", "a");
    node.publish("a", "1");

    client.expectMessage(RADIO, "1");
    client.expectQuiet();
  }

  @Test
  void hearsNothingOfAStreamThatItStopped() {
    act("follow", "a");
    act("follow", "b");
    act("stop", "a");
    act("stop", "unknown");
    node.publish("a", "1");
    node.publish("b", "2");

    client.expectMessage(RADIO, "2");
    client.expectQuiet();
  }

  @Test
  void stopsAllStreamsAtOnce() {
    act("follow", "a");
    act("raw", "b");
    act("stopAll", "");

    assertThat(node.broadcasting.rooms.size()).isZero();
  }

  @Test
  void followsNoMoreStreamsThanASubscriptionMay() {
    for (String stream : new String[] {"a", "b", "c", "d"}) {
      act("follow", stream);
    }
    act("follow", "a");

    assertThat(node.broadcasting.rooms.size()).isEqualTo(3);
    node.publish("d", "1");
    node.publish("c", "2");
    client.expectMessage(RADIO, "2");
  }

  @Test
  void followsAsManyStreamsAsItsChannelLikesOnceThatLiftsTheLimit() {
    act("liftLimit", "");
    for (String stream : new String[] {"a", "b", "c", "d"}) {
      act("follow", stream);
    }
    node.publish("d", "1");

    client.expectMessage(RADIO, "1");
  }

  @Test
  void givesACallbackTheTextOfTheEvent() {
    act("raw", "a");
    node.publish("a", "{\"x\":1}");

    client.expectMessage(RADIO, "\"{\\\"x\\\":1}\"");
  }

  @Test
  void givesACallbackTheEventBoundToItsType() {
    act("bound", "a");
    node.publish("a", "[1]"); // fits no song: harms nobody
    node.publish("a", "{\"title\":\"Blue\"}");

    client.expectMessage(RADIO, "\"song Blue\"");
  }

  @Test
  void runsCallbacksInTurnWithActions() {
    act("slow", "a");
    node.publish("a", "1");
    node.publish("a", "2");
    client.perform(RADIO, "{\"action\":\"whoAmI\"}");
    gate.countDown();

    client.expectMessage(RADIO, "\"slow 1\"");
    client.expectMessage(RADIO, "\"slow 2\"");
    client.expectMessage(RADIO, "\"1 at /cable\"");
  }

  @Test
  void callsNoCallbackOfAStreamThatWasStoppedMeanwhile() {
    act("slow", "a");
    node.publish("a", "1");
    client.perform(RADIO, "{\"action\":\"stop\",\"stream\":\"a\"}");
    node.publish("a", "2");
    gate.countDown();

    client.expectMessage(RADIO, "\"slow 1\"");
    client.expectQuiet();
  }

  @Test
  void callsNoCallbackOfASubscriptionThatHasEnded() {
    act("slow", "a");
    node.publish("a", "1");
    client.unsubscribe(RADIO);
    node.publish("a", "2");
    gate.countDown();

    client.expectMessage(RADIO, "\"slow 1\"");
    client.expectQuiet();
    assertThat(node.channels.alive()).as("instances").isZero();
  }

  @Test
  void survivesACallbackThatFails() {
    act("picky", "a");
    node.publish("a", "\"fault\"");
    node.publish("a", "\"noise\"");

    client.expectRejection(RADIO);
  }

  @Test
  void endsTheSubscriptionThatACallbackRejects() {
    act("picky", "a");
    act("follow", "b");
    node.publish("a", "\"noise\"");
    client.expectRejection(RADIO);

    assertThat(client.framesUntilSettled()).isEmpty();
    assertThat(node.broadcasting.rooms.size()).isZero();
    client.follow(RADIO);
  }

  @Test
  void cutsOffACallbackThatFallsTooFarBehindItsStream() {
    act("slow", "a");
    for (int i = 0; i < 1_000; i++) {
      node.publish("a", "" + i);
    }

    assertThat(client.connection().awaitClose()).isEqualTo("1000 too_slow");
  }

  @Test
  void publishesToAllOrToOthersAlone() {
    act("follow", "a");
    TestClient other = node.connect();
    other.follow(RADIO);
    other.perform(RADIO, "{\"action\":\"follow\",\"stream\":\"a\"}");
    other.expectQuiet();

    client.perform(RADIO, "{\"action\":\"publishToOthers\",\"stream\":\"a\"}");
    client.perform(RADIO, "{\"action\":\"publish\",\"stream\":\"a\"}");

    other.expectMessage(RADIO, "{\"title\":\"others\"}");
    other.expectMessage(RADIO, "{\"title\":\"all\"}");
    client.expectMessage(RADIO, "{\"title\":\"all\"}");
    client.expectQuiet();
  }

  @Test
  void leavesOutAllSubscriptionsOfTheConnectionThatPublishesToOthers() {
    String second = RADIO + " ";
    client.follow(second);
    act("follow", "a");
    client.perform(second, "{\"action\":\"follow\",\"stream\":\"a\"}");
    client.perform(RADIO, "{\"action\":\"publishToOthers\",\"stream\":\"a\"}");

    client.expectQuiet();
  }

  @Test
  void knowsWhoSubscribedAndHow() {
    TestClient anonymous = node.connect(Identity.anonymous());
    anonymous.subscribe(RADIO);
    anonymous.expectRejection(RADIO);
    client.perform(RADIO, "{\"action\":\"whoAmI\"}");

    client.expectMessage(RADIO, "\"1 at /cable\"");
  }

  private void act(String action, String stream) {
    client.perform(RADIO, "{\"action\":\"" + action + "\",\"stream\":\"" + stream + "\"}");
    client.expectQuiet();
  }
}
