package io.ropeway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowersTest {

  private final Subscriber ada = subscriber(TestSessions.V1, "general");
  private final Subscriber bob = subscriber(TestSessions.V1, "general");

  private static Subscriber subscriber(ProtocolCodec codec, String identifier) {
    return new Subscriber(
        TestSessions.on(new RecordingConnection(), TestSessions.user("1"), codec),
        identifier,
        () -> {});
  }

  @Test
  void areNobodyAtFirst() {
    assertThat(Followers.NOBODY.isEmpty()).isTrue();
  }

  @Test
  void shareAnAudienceWithOneCodecAndOneIdentifier() {
    Followers both = following(ada, bob);

    assertThat(both.audiences()).hasSize(1);
    assertThat(both.audiences()[0].subscribers()).containsExactly(ada, bob);
  }

  @Test
  void haveAnAudienceForEachSpellingOfTheIdentifier() {
    Followers two = following(ada, subscriber(TestSessions.V1, "General"));

    assertThat(two.audiences())
        .extracting(Audience::identifier)
        .containsExactly("general", "General");
  }

  @Test
  void haveAnAudienceForEachCodec() {
    Followers two = following(ada, subscriber(TestSessions.EXTENDED, "general"));

    assertThat(two.audiences())
        .extracting(Audience::codec)
        .containsExactly(TestSessions.V1, TestSessions.EXTENDED);
  }

  @Test
  void keepListenersApart() {
    Followers one = Followers.NOBODY.with(ada, payload -> {});

    assertThat(one.audiences()).isEmpty();
    assertThat(one.listeners()).extracting(Listener::subscriber).containsExactly(ada);
    assertThat(one.without(ada).isEmpty()).isTrue();
  }

  @Test
  void neverChange() {
    Followers before = following(ada);
    Audience audience = before.audiences()[0];

    before.with(bob, null);
    before.without(ada);

    assertThat(before.audiences()).containsExactly(audience);
    assertThat(audience.subscribers()).containsExactly(ada);
  }

  @Test
  void loseAnAudienceWithItsLastSubscriber() {
    Subscriber other = subscriber(TestSessions.V1, "random");

    Followers left = following(ada, other).without(ada);

    assertThat(left.audiences()).extracting(Audience::identifier).containsExactly("random");
    assertThat(left.without(other).isEmpty()).isTrue();
  }

  @Test
  void stayAsTheyAreWithoutAStranger() {
    Followers same = following(ada).without(bob);

    assertThat(everybody(same)).containsExactly(ada);
  }

  @Test
  void compareSubscribersByIdentity() {
    Subscriber twin = new Subscriber(ada.session(), ada.identifier(), () -> {});

    assertThat(everybody(following(ada, twin).without(ada))).containsExactly(twin);
  }

  @Test
  void tellOfEverybodyHoweverTheyHear() {
    Followers all = following(ada).with(bob, payload -> {});

    assertThat(everybody(all)).containsExactly(ada, bob);
  }

  private static Followers following(Subscriber... subscribers) {
    Followers followers = Followers.NOBODY;
    for (Subscriber subscriber : subscribers) {
      followers = followers.with(subscriber, null);
    }
    return followers;
  }

  private static List<Subscriber> everybody(Followers followers) {
    List<Subscriber> all = new ArrayList<>();
    followers.forEach(all::add);
    return all;
  }
}
