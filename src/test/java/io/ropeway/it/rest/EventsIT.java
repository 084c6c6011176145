package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.Backend;
import io.ropeway.it.client.EventFeed;
import io.ropeway.it.client.Frames;
import io.ropeway.it.rest.Api.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams over plain HTTP: as feeds, and by pages. */
class EventsIT {

  private static final ServerProcess SERVER =
      ServerProcess.named("events")
          .withFixtures()
          .setting("ropeway.limits.connections-per-identity", 5)
          .start();

  private final Api api = Api.of(SERVER.uri());
  private String bobsToken;
  private Api bob;
  private String cydsToken;
  private Api cyd;
  private String room;
  private String events;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void makeARoom() {
    bobsToken = token("bob");
    bob = api.with("Authorization", "Bearer " + bobsToken);
    cydsToken = token("cyd");
    cyd = api.with("Authorization", "Bearer " + cydsToken);
    String slug = "it-" + System.nanoTime();
    room = "/api/rooms/" + slug;
    int id =
        bob.post(
                "/api/rooms",
                "{\"slug\":\"" + slug + "\",\"name\":\"A room\",\"visibility\":\"members\"}")
            .is(201)
            .object()
            .getInt("id");
    events = "/api/streams/room:" + id + "/events";
    cyd = api.with("Authorization", "Bearer " + cydsToken);
    bob.put(room + "/members/" + userId(cyd), "{}").is(200);
  }

  private String token(String login) {
    return api.signIn(login).is(201).object().getString("token");
  }

  private static int userId(Api who) {
    return who.get("/api/me").is(200).object().getInt("id");
  }

  private void say(String text) {
    bob.post(room + "/messages", "{\"text\":\"" + text + "\"}").is(201);
  }

  private EventFeed feed(String token, String query, String lastEventId) {
    return EventFeed.open(uri(query), token, lastEventId);
  }

  private URI uri(String query) {
    return SERVER.uri().resolve(events + query);
  }

  /** The text of a message's event; empty for any other event. */
  private static String text(String payload) {
    JsonObject event = Json.createReader(new StringReader(payload)).readObject();
    return event.getString("event").equals("message.created")
        ? event.getJsonObject("data").getString("text")
        : "";
  }

  private static String said(EventFeed feed) {
    for (int i = 0; i < 50; i++) {
      EventFeed.Event event = feed.next();
      if (event.type().equals("message") && !text(event.data()).isEmpty()) {
        return text(event.data());
      }
      assertThat(event).isNotEqualTo(EventFeed.END);
    }
    throw new AssertionError("Nothing was said");
  }

  @Test
  void aFeedTellsWhatComesAndGoesOnAfterARestartOfTheServerWithoutAMissOrARepeat() {
    EventFeed feed = feed(bobsToken, "", "");
    Awaitility.await().until(() -> !feed.lastId().isEmpty());
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      say("Before " + i);
      heard.add(said(feed));
    }
    String position = feed.lastId();

    SERVER.stop();
    assertThat(feed.next().type()).isEqualTo("disconnect");
    assertThat(feed.next()).isEqualTo(EventFeed.END);
    SERVER.start();
    for (int i = 0; i < 250; i++) {
      say("Missed " + i);
    }

    try (EventFeed again = feed(bobsToken, "", position)) {
      for (int i = 0; i < 250; i++) {
        heard.add(said(again));
      }
      say("Live");
      heard.add(said(again));
      assertThat(again.isQuiet()).isTrue();
    }
    List<String> expected = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> expected.add("Before " + i));
    IntStream.range(0, 250).forEach(i -> expected.add("Missed " + i));
    expected.add("Live");
    assertThat(heard).isEqualTo(expected);
  }

  @Test
  void aFeedThatWasToldNothingYetGoesOnFromWhereItBegan() {
    String begun;
    try (EventFeed feed = feed(bobsToken, "", "")) {
      Awaitility.await().until(() -> !feed.lastId().isEmpty());
      begun = feed.lastId();
    }
    say("Missed");

    try (EventFeed again = feed(bobsToken, "", begun)) {
      assertThat(said(again)).isEqualTo("Missed");
    }
  }

  @Test
  void aFeedBeginsAnewWhereItsPositionMeansNothing() {
    say("Unheard");
    for (String unknown : List.of("another-epoch.0:1", "nonsense")) {
      try (EventFeed feed = feed(bobsToken, "", unknown)) {
        assertThat(feed.next().type()).isEqualTo("reset");
        say("Heard");
        assertThat(said(feed)).isEqualTo("Heard");
      }
    }
  }

  @Test
  void aFeedTellsAllThatThereIsIfItIsAskedTo() {
    say("One");
    say("Two");
    try (EventFeed feed = feed(bobsToken, "?after=0", "")) {
      assertThat(said(feed)).isEqualTo("One");
      assertThat(said(feed)).isEqualTo("Two");
    }
  }

  @Test
  void whoMayNotEnterTheRoomIsToldThatThereIsNoSuchStream() {
    assertThat(EventFeed.refused(uri(""), token("dan"), "")).isEqualTo(404);
    api.as("dan").get(events).isProblem(404);
    bob.get("/api/streams/room:999999999/events").isProblem(404);
    bob.get("/api/streams/anything/events").isProblem(404);
    bob.get("/api/streams/events").isProblem(404);
  }

  @Test
  void whoDidNotSignInIsToldTo() {
    assertThat(api.with("Authorization", "Bearer nonsense").get(events).isProblem(401))
        .satisfies(answer -> assertThat(answer.header("WWW-Authenticate")).isNotEmpty());
    assertThat(EventFeed.refused(uri(""), "nonsense", "")).isEqualTo(401);
  }

  @Test
  void aFeedEndsWhenItsReaderLosesTheRoom() {
    try (EventFeed feed = feed(cydsToken, "", "")) {
      say("Heard");
      assertThat(said(feed)).isEqualTo("Heard");

      bob.delete(room + "/members/" + userId(cyd)).is(204);
      say("Unheard");

      List<EventFeed.Event> last = new ArrayList<>();
      do {
        last.add(feed.next());
      } while (!last.contains(EventFeed.END));
      assertThat(last).noneMatch(event -> event.data().contains("Unheard"));
    }
    assertThat(EventFeed.refused(uri(""), cydsToken, "")).isEqualTo(404);
  }

  @Test
  void aFeedEndsWhenItsReaderSignsOut() {
    try (EventFeed feed = feed(cydsToken, "", "")) {
      cyd.delete("/api/tokens/current").is(204);

      EventFeed.Event last = feed.next();
      assertThat(last.type()).isEqualTo("disconnect");
      assertThat(last.data()).isEqualTo("{\"reason\":\"unauthorized\",\"reconnect\":false}");
      assertThat(feed.next()).isEqualTo(EventFeed.END);
    }
    assertThat(EventFeed.refused(uri(""), cydsToken, "")).isEqualTo(401);
  }

  @Test
  void anIdentityHasOnlyAsManyFeedsAsConnections() {
    String token = token("dan");
    Api dan = api.with("Authorization", "Bearer " + token);
    bob.put(room + "/members/" + userId(dan), "{}").is(200);
    List<EventFeed> feeds = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      feeds.add(feed(token, "", ""));
    }

    assertThat(EventFeed.refused(uri(""), token, "")).isEqualTo(429);
    assertThat(dan.get(events).isProblem(429).header("Retry-After")).isNotEmpty();
    feeds.forEach(EventFeed::close);
    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(40)) // found out by the next comments
        .until(() -> dan.get(events).status() == 200);
  }

  @Test
  void pagesLeadFromTheOldestEventToTheNewestWithoutAMissOrARepeat() {
    IntStream.range(0, 23).forEach(i -> say("No " + i));

    List<String> heard = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    String after = "0";
    while (true) {
      JsonObject page = bob.get(events + "?limit=7&after=" + after).is(200).object();
      assertThat(page.getJsonArray("events")).hasSizeLessThanOrEqualTo(7);
      if (page.getJsonArray("events").isEmpty()) {
        assertThat(page.getString("next")).isEqualTo(after);
        break;
      }
      for (JsonObject event : page.getJsonArray("events").getValuesAs(JsonObject.class)) {
        offsets.add(event.getInt("offset"));
        String text = text(event.getJsonObject("data").toString());
        if (!text.isEmpty()) {
          heard.add(text);
        }
      }
      assertThat(page.getString("next"))
          .isEqualTo(page.getString("epoch") + ":" + offsets.get(offsets.size() - 1));
      after = page.getString("next");
    }
    assertThat(heard).isEqualTo(IntStream.range(0, 23).mapToObj(i -> "No " + i).toList());
    assertThat(offsets).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aPageWithoutAPositionTellsTheOneToBeginWith() {
    say("Before");
    JsonObject head = bob.get(events + "?wait=20").is(200).object();
    assertThat(head.getJsonArray("events")).isEmpty();

    say("After");
    JsonObject page = bob.get(events + "?after=" + head.getString("next")).is(200).object();
    assertThat(page.getJsonArray("events").getValuesAs(JsonObject.class))
        .extracting(event -> text(event.getJsonObject("data").toString()))
        .containsExactly("After");
  }

  @Test
  void aLongPollIsAnsweredWhenSomethingComesAndEmptyWhenNothingDoes() throws Exception {
    String head = bob.get(events).is(200).object().getString("next");
    CompletableFuture<Answer> poll =
        CompletableFuture.supplyAsync(() -> bob.get(events + "?wait=20&after=" + head));
    Awaitility.await().until(() -> connections() > 0);
    assertThat(poll).isNotDone();
    say("At last");
    JsonObject page = poll.get().is(200).object();
    assertThat(page.getJsonArray("events").getJsonObject(0).getJsonObject("data").toString())
        .contains("At last");

    long begin = System.nanoTime();
    JsonObject empty = bob.get(events + "?wait=1&after=" + page.getString("next")).is(200).object();
    assertThat(empty.getJsonArray("events")).isEmpty();
    assertThat(empty.getString("next")).isEqualTo(page.getString("next"));
    assertThat(System.nanoTime() - begin).isBetween(900_000_000L, 5_000_000_000L);
  }

  private int connections() {
    return api.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("ropeway_connections "))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  @Test
  void aPageAfterAPositionThatMeansNothingIsGone() {
    bob.get(events + "?after=another-epoch.0:1").isProblem(410);
    String epoch = bob.get(events).object().getString("epoch");
    bob.get(events + "?after=" + epoch + ":999999").isProblem(410);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithASentence() {
    bob.get(events + "?after=nonsense").isProblem(400);
    bob.get(events + "?limit=many").isProblem(400);
    bob.get(events + "?limit=0").isProblem(400);
    bob.get(events + "?wait=-1").isProblem(400);
    assertThat(bob.post(events, "{}").isProblem(405).header("Allow")).isEqualTo("GET");
  }

  @Test
  void aPublicStreamIsReadByItsNameByAnybody() {
    String news = "/api/streams/public/" + System.nanoTime() + "/events";
    String stream = news.substring("/api/streams/".length(), news.length() - "/events".length());
    String head = api.get(news).is(200).object().getString("next");
    try (EventFeed feed = EventFeed.open(SERVER.uri().resolve(news), bobsToken, "")) {
      new Backend(SERVER::uri, "demo").broadcast(stream, Frames.object("headline", 1));
      assertThat(feed.next().data()).isEqualTo("{\"headline\":1}");
    }
    assertThat(api.get(news + "?after=" + head).is(200).body()).contains("\"headline\":1");
  }

  @Test
  void theDocumentOfTheApiKnowsTheStreams() {
    assertThat(api.with("Accept", "application/json").get("/openapi").is(200).body())
        .contains("/api/streams/{stream}/events");
  }
}
