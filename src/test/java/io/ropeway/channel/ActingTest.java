package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.Event;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.Identity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions that speak for somebody else than their connection does. */
class ActingTest {

  private static final String ADA = "{\"channel\":\"Token\",\"token\":\"ada\"}";
  private static final String BOB = "{\"channel\":\"Token\",\"token\":\"bob\"}";
  private static final String OTHER = "{\"channel\":\"Other\"}";

  /** Proves who it is by its own parameters. */
  @ChannelName(value = "Token", access = Access.PUBLIC)
  static final class TokenChannel implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.actAs(user(subscription.params().getString("token")));
      subscription.returnWhenEvicted();
      subscription.endWithoutWords();
      subscription.streamFrom("shared");
    }

    @Override
    public void confirmed(Subscription subscription) {
      subscription.transmit(Map.of("welcome", subscription.identity().id()));
    }
  }

  /** Anything else. */
  @ChannelName(value = "Other", access = Access.PUBLIC)
  static final class OtherChannel implements Channel {}

  private final TestNode node =
      new TestNode()
          .deploy(TokenChannel.class, TokenChannel::new)
          .deploy(OtherChannel.class, OtherChannel::new);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void greetsAfterTheConfirmation() {
    TestClient client = node.connect(Identity.anonymous());

    client.follow(ADA);

    client.expectMessage(ADA, "{\"welcome\":\"ada\"}");
  }

  @Test
  void isLeftOutByThePartyThatItNamed() {
    TestClient ada = greeted(ADA, "ada");
    TestClient bob = greeted(BOB, "bob");

    node.broadcasting.broadcaster.publish(
        new Event(List.of("shared"), "", "1").excludingIdentity(user("ada").key()));

    bob.expectMessage(BOB, "1");
    ada.expectQuiet();
  }

  @Test
  void comesBackWhenARightOfThePartyThatItNamedEnds() {
    TestClient ada = greeted(ADA, "ada");
    TestClient bob = greeted(BOB, "bob");

    node.broadcasting.evictions.evict("shared", user("ada").key());

    assertThat(ada.connection().awaitClose()).startsWith("1012");
    node.publish("shared", "2");
    bob.expectMessage(BOB, "2");
  }

  @Test
  void isClosedWithoutAFarewellThatItsProgramCannotRead() {
    TestClient ada = greeted(ADA, "ada");

    node.sessions.disconnect(session -> true, DisconnectReason.REMOTE, true);

    assertThat(ada.connection().awaitClose()).startsWith("1012");
    assertThat(ada.connection().isQuiet()).isTrue();
  }

  @Test
  void isToldFarewellBesideASubscriptionThatCanReadIt() {
    TestClient ada = greeted(ADA, "ada");
    ada.follow(OTHER);

    node.sessions.disconnect(session -> true, DisconnectReason.REMOTE, true);

    ada.expect("{\"type\":\"disconnect\",\"reason\":\"remote\",\"reconnect\":true}");
    assertThat(ada.connection().awaitClose()).startsWith("1000");
  }

  private TestClient greeted(String identifier, String name) {
    TestClient client = node.connect(Identity.anonymous());
    client.follow(identifier);
    client.expectMessage(identifier, "{\"welcome\":\"" + name + "\"}");
    return client;
  }

  private static Identity user(String name) {
    return new Identity(Identity.Kind.USER, name, name, Set.of(), Map.of(), null, null);
  }
}
