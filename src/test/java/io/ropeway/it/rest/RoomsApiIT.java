package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import io.ropeway.it.rest.Api.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomsApiIT {

  private final Api api = Api.of(Servers.main().uri());
  private final Api ada = api.as("ada");
  private final Api bob = api.as("bob");
  private final Api cyd = api.as("cyd");
  private String room;

  @BeforeEach
  void makeARoom() {
    String slug = "it-" + System.nanoTime();
    room = "/api/rooms/" + slug;
    Answer made =
        bob.post(
            "/api/rooms",
            "{\"slug\":\"" + slug + "\",\"name\":\"A room\",\"visibility\":\"members\"}");
    assertThat(made.is(201).header("Location")).endsWith(room);
    assertThat(made.object().getBoolean("member")).isTrue();
  }

  private Answer say(Api who, String text) {
    return who.post(room + "/messages", "{\"text\":\"" + text + "\"}");
  }

  private static List<Integer> ids(Answer page) {
    return page.is(200).object().getJsonArray("messages").getValuesAs(JsonObject.class).stream()
        .map(message -> message.getInt("id"))
        .toList();
  }

  @Test
  void doesNotExistForAStranger() {
    cyd.get(room).isProblem(404);
    cyd.get(room + "/members").isProblem(404);
    cyd.get(room + "/messages").isProblem(404);
    say(cyd, "hello").isProblem(404);
    cyd.put(room + "/read", "{\"messageId\":1}").isProblem(404);
    cyd.put(room + "/members/3", "{}").isProblem(404);
    assertThat(cyd.get("/api/rooms").is(200).body()).doesNotContain(room.substring(11));
    ada.get(room).is(200);
  }

  @Test
  void isOpenedByAModeratorAndClosedAgain() {
    cyd.get(room).isProblem(404);
    assertThat(bob.put(room + "/members/3", "{}").is(200).object().getString("role"))
        .isEqualTo("member");
    cyd.get(room).is(200);
    cyd.put(room + "/members/4", "{}").isProblem(403);
    cyd.put(room + "/members/3", "{\"role\":\"moderator\"}").isProblem(403);
    bob.put(room + "/members/3", "{\"role\":\"moderator\"}").is(200);
    bob.put(room + "/members/3", "{\"role\":\"king\"}").isProblem(400);
    bob.put(room + "/members/99999", "{}").isProblem(404);
    assertThat(bob.get(room + "/members").is(200).array()).hasSize(2);
    bob.delete(room + "/members/3").is(204);
    bob.delete(room + "/members/3").isProblem(404);
    cyd.get(room).isProblem(404);
  }

  @Test
  void keepsMessagesInOrderAndPagesThem() {
    List<Integer> said =
        IntStream.range(0, 5)
            .map(i -> say(bob, "message " + i).object().getInt("id"))
            .boxed()
            .toList();
    assertThat(ids(bob.get(room + "/messages"))).isEqualTo(said);
    Answer newest = bob.get(room + "/messages?limit=2");
    assertThat(ids(newest)).isEqualTo(said.subList(3, 5));
    assertThat(newest.object().getBoolean("hasMore")).isTrue();
    assertThat(ids(bob.get(room + "/messages?limit=2&before=" + said.get(3))))
        .isEqualTo(said.subList(1, 3));
    Answer newer = bob.get(room + "/messages?after=" + said.get(2));
    assertThat(ids(newer)).isEqualTo(said.subList(3, 5));
    assertThat(newer.object().getBoolean("hasMore")).isFalse();
    bob.get(room + "/messages?limit=101").isProblem(400);
    bob.get(room + "/messages?limit=x").isProblem(400);
    bob.get(room + "/messages?before=1&after=1").isProblem(400);
  }

  @Test
  void storesConcurrentRepeatsOnce() {
    String body = "{\"text\":\"once\",\"clientMessageId\":\"c1\"}";
    List<CompletableFuture<Answer>> repeats =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> bob.post(room + "/messages", body)))
            .toList();
    List<Answer> answers = repeats.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(11);
    assertThat(ids(bob.get(room + "/messages"))).hasSize(1);
  }

  @Test
  void letsTheAuthorAndModeratorsChangeWhatWasSaid() {
    bob.put(room + "/members/3", "{}").is(200);
    String message = room + "/messages/" + say(cyd, "first").object().getInt("id");
    JsonObject edited = cyd.patch(message, "{\"text\":\"second\"}").is(200).object();
    assertThat(edited.getString("text")).isEqualTo("second");
    assertThat(edited.getBoolean("edited")).isTrue();
    bob.patch(message, "{\"text\":\"third\"}").is(200);
    String bobs = room + "/messages/" + say(bob, "mine").object().getInt("id");
    cyd.patch(bobs, "{\"text\":\"no\"}").isProblem(403);
    cyd.delete(bobs).isProblem(403);
    cyd.delete(message).is(204);
    cyd.patch(message, "{\"text\":\"back\"}").isProblem(409);
    cyd.patch(room + "/messages/1", "{\"text\":\"of another room\"}").isProblem(404);
  }

  @Test
  void countsWhatIsUnread() {
    bob.put(room + "/members/3", "{}").is(200);
    int first = say(bob, "one").object().getInt("id");
    say(bob, "two");
    assertThat(cyd.get(room).object().getInt("unread")).isEqualTo(2);
    cyd.put(room + "/read", "{\"messageId\":" + first + "}").is(204);
    assertThat(cyd.get(room).object().getInt("unread")).isEqualTo(1);
    assertThat(cyd.get(room).object().getInt("lastReadMessageId")).isEqualTo(first);
    cyd.put(room + "/read", "{\"messageId\":0}").isProblem(400);
    cyd.put(room + "/read", "{\"messageId\":" + (first + 100_000) + "}").isProblem(400);
  }

  @Test
  void refusesBadRooms() {
    String taken = room.substring(11);
    bob.post("/api/rooms", newRoom(taken, "public")).isProblem(409);
    bob.post("/api/rooms", newRoom("No Slug", "public")).isProblem(400);
    bob.post("/api/rooms", newRoom("fine", "secret")).isProblem(400);
    bob.post("/api/rooms", "{}").isProblem(400);
  }

  private static String newRoom(String slug, String visibility) {
    return "{\"slug\":\"" + slug + "\",\"name\":\"x\",\"visibility\":\"" + visibility + "\"}";
  }
}
