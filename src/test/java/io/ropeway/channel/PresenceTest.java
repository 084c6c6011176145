package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private static final String ID = "{\"channel\":\"Club\"}";
  private static final String IMPLICIT = "{\"channel\":\"Implicit\"}";
  private static final String NOT_ALLOWED = "{\"channel\":\"NoClub\"}";

  @ChannelName("Club")
  static final class Club implements Channel {
    private final BlockingQueue<String> ended;

    Club(BlockingQueue<String> ended) {
      this.ended = ended;
    }

    @Override
    public void unsubscribed(Subscription subscription) {
      ended.add(subscription.identity().id());
    }

    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("club");
      subscription.allowPresence("club");
    }
  }

  @ChannelName("Implicit")
  static final class Implicit implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("club");
      subscription.joinPresence(
          "club", subscription.identity().id(), Map.of("name", subscription.identity().name()));
    }

    @Action
    void hide(Subscription subscription) {
      subscription.leavePresence();
    }
  }

  @ChannelName("NoClub")
  static final class NoClub implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("club");
    }
  }

  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private final TestNode node =
      new TestNode()
          .deploy(Club.class, () -> new Club(ended))
          .deploy(Implicit.class, Implicit::new)
          .deploy(NoClub.class, NoClub::new);
  private final TestClient watcher = client("9");

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void tellsAllFollowersWhoComesAndGoesTheComerIncluded() {
    watcher.follow(ID);
    TestClient ada = client("1");
    ada.follow(ID);

    join(ada, ID, "42", ",\"info\":{\"name\":\"Vova\"}");

    String joined = "{\"type\":\"join\",\"id\":\"42\",\"info\":{\"name\":\"Vova\"}}";
    expect(watcher, ID, joined);
    expect(ada, ID, joined);
    leave(ada, ID);
    expect(watcher, ID, "{\"type\":\"leave\",\"id\":\"42\"}");
    expect(ada, ID, "{\"type\":\"leave\",\"id\":\"42\"}");
  }

  @Test
  void joinsAfterTheConfirmationWithASubscribe() {
    watcher.send(
        "{\"command\":\"subscribe\",\"identifier\":"
            + TestClient.quoted(ID)
            + ",\"history\":{\"since\":1},\"presence\":{\"id\":\"7\"}}");

    watcher.expectConfirmation(ID);
    watcher.expect("{\"identifier\":" + TestClient.quoted(ID) + ",\"type\":\"confirm_history\"}");
    expect(watcher, ID, "{\"type\":\"join\",\"id\":\"7\"}");
  }

  @Test
  void joinsByTheChannelsWillAfterTheConfirmation() {
    watcher.follow(ID);
    TestClient ada = client("1");

    ada.follow(IMPLICIT);

    String joined = "{\"type\":\"join\",\"id\":\"1\",\"info\":{\"name\":\"User 1\"}}";
    expect(ada, IMPLICIT, joined);
    expect(watcher, ID, joined);
    ada.perform(IMPLICIT, "{\"action\":\"hide\"}");
    expect(ada, IMPLICIT, "{\"type\":\"leave\",\"id\":\"1\"}");
    expect(watcher, ID, "{\"type\":\"leave\",\"id\":\"1\"}");
  }

  @Test
  void countsSeveralSessionsOfOneIdAsOne() {
    watcher.follow(ID);
    TestClient one = client("1");
    TestClient other = client("2");
    one.follow(ID);
    other.follow(ID);
    join(one, ID, "42", "");
    expect(watcher, ID, "{\"type\":\"join\",\"id\":\"42\"}");

    join(other, ID, "42", "");
    join(other, ID, "42", "");
    other.framesUntilSettled();
    leave(one, ID);
    one.framesUntilSettled();
    watcher.expectQuiet();

    other.unsubscribe(ID);
    expect(watcher, ID, "{\"type\":\"leave\",\"id\":\"42\"}");
  }

  @Test
  void letsOneSessionBeNobodyElseInAStream() {
    watcher.follow(ID);
    join(watcher, ID, "1", "");
    expect(watcher, ID, "{\"type\":\"join\",\"id\":\"1\"}");

    join(watcher, ID, "2", "");

    expect(watcher, ID, "{\"type\":\"error\"}");
    leave(watcher, ID);
    expect(watcher, ID, "{\"type\":\"leave\",\"id\":\"1\"}");
    join(watcher, ID, "2", "");
    expect(watcher, ID, "{\"type\":\"join\",\"id\":\"2\"}");
  }

  @Test
  void tellsWhoIsThere() {
    watcher.follow(ID);
    client("1").follow(IMPLICIT);
    expect(watcher, ID, "{\"type\":\"join\",\"id\":\"1\",\"info\":{\"name\":\"User 1\"}}");

    ask(watcher, ID, "");
    expect(
        watcher,
        ID,
        "{\"type\":\"info\",\"total\":1,"
            + "\"records\":[{\"id\":\"1\",\"info\":{\"name\":\"User 1\"}}]}");
    ask(watcher, ID, ",\"data\":{\"return_records\":false}");
    expect(watcher, ID, "{\"type\":\"info\",\"total\":1}");
  }

  @Test
  void saysNothingWhereTheChannelDoesNotAllowIt() {
    watcher.follow(NOT_ALLOWED);

    join(watcher, NOT_ALLOWED, "1", "");
    ask(watcher, NOT_ALLOWED, "");
    leave(watcher, NOT_ALLOWED);
    join(watcher, "unknown", "1", "");

    watcher.expectQuiet();
  }

  @Test
  void outlastsAConnectionForTheGraceTime() throws Exception {
    watcher.follow(ID);
    TestClient ada = client("1");
    ada.follow(ID);
    join(ada, ID, "42", "");
    expect(watcher, ID, "{\"type\":\"join\",\"id\":\"42\"}");

    disconnect(ada);
    node.time.pass(Duration.ofSeconds(14));
    assertThat(news(watcher)).isEmpty();
    node.time.pass(Duration.ofSeconds(2));

    String news = watcher.connection().next();
    while (news.contains("ping")) {
      news = watcher.connection().next();
    }
    assertThat(news).endsWith("{\"type\":\"leave\",\"id\":\"42\"}}");
  }

  @Test
  void isNoGoingForWhoIsBackInTime() throws Exception {
    watcher.follow(ID);
    TestClient ada = client("1");
    ada.follow(ID);
    join(ada, ID, "42", "");
    expect(watcher, ID, "{\"type\":\"join\",\"id\":\"42\"}");
    disconnect(ada);

    TestClient again = client("1");
    again.follow(ID);
    join(again, ID, "42", "");
    again.framesUntilSettled();
    node.time.pass(Duration.ofSeconds(20));

    assertThat(news(watcher)).isEmpty();
  }

  private void disconnect(TestClient client) throws InterruptedException {
    client.disconnect();
    assertThat(ended.poll(5, TimeUnit.SECONDS)).isEqualTo("1");
  }

  /** What was told besides pings. */
  private static List<String> news(TestClient client) {
    return client.framesUntilSettled().stream().filter(text -> !text.contains("ping")).toList();
  }

  private TestClient client(String user) {
    TestClient made = node.connectUnwelcomed(TestSessions.user(user), TestSessions.EXTENDED);
    assertThat(made.connection().next()).contains("\"welcome\"");
    return made;
  }

  private static void join(TestClient client, String identifier, String id, String rest) {
    client.send(
        "{\"command\":\"join\",\"identifier\":%s,\"presence\":{\"id\":\"%s\"%s}}"
            .formatted(TestClient.quoted(identifier), id, rest));
  }

  private static void leave(TestClient client, String identifier) {
    client.send(
        "{\"command\":\"leave\",\"identifier\":%s}".formatted(TestClient.quoted(identifier)));
  }

  private static void ask(TestClient client, String identifier, String rest) {
    client.send(
        "{\"command\":\"presence\",\"identifier\":%s%s}"
            .formatted(TestClient.quoted(identifier), rest));
  }

  private static void expect(TestClient client, String identifier, String message) {
    client.expect(
        "{\"type\":\"presence\",\"identifier\":%s,\"message\":%s}"
            .formatted(TestClient.quoted(identifier), message));
  }
}
