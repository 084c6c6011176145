package io.ropeway.it.chat;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.PostgresServer;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL is stopped under clients of one server, and started again. */
class DatabaseAwayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final PostgresServer POSTGRES = PostgresServer.start("database-away");
  private static final ServerProcess SERVER =
      ServerProcess.named("away").withFixtures().on(POSTGRES).start();

  @RegisterExtension final CableClients cables = new CableClients(SERVER::uri);

  private final People people = new People(SERVER::uri);

  @AfterAll
  static void stop() {
    SERVER.close();
    POSTGRES.close();
  }

  @Test
  void liveTrafficGoesOnAndWhatCannotBeDecidedWaitsAndNobodyIsSentAwayForIt() {
    Person bob = people.signIn("bob");
    Person cyd = people.signIn("cyd");
    ChatRoom room = ChatRoom.madeBy(bob, "public", cables);
    ChatRoom other = ChatRoom.madeBy(bob, "public", cables);
    CableClient speaker = room.enter(bob);
    CableClient hearer = room.enter(cyd);
    CableClient asker = room.connect(cyd);
    room.say(speaker, "Before");
    room.event(hearer, "message.created");

    POSTGRES.stopImmediately();
    awaitHealth(503);

    long begin = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      speaker.perform(room.identifier, "typing", "typing", true);
      room.event(hearer, "typing.on");
      speaker.perform(room.identifier, "typing", "typing", false);
      room.event(hearer, "typing.off");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(publish("anything").statusCode()).isEqualTo(201);
    refusedForAWhile(publish("room:1"));
    refusedForAWhile(post(room.path("/messages"), bob.token(), object("text", "By REST")));
    refusedForAWhile(get("/api/streams/room:1/events", bob.token()));
    refusedForAWhile(get("/api/me", bob.token()));
    speaker.drain(); // its own marks
    speaker.perform(room.identifier, "speak", "text", "Unsaid");
    JsonObject problem = room.event(speaker, "error");
    assertThat(problem.getString("message")).isNotBlank();
    assertThat(problem.getInt("retryAfter")).isPositive();

    asker.send(subscribe(other.identifier));
    POSTGRES.start();
    other.event(asker, "room.state");
    awaitHealth(200);

    assertThat(room.say(speaker, "After").getString("text")).isEqualTo("After");
    assertThat(room.event(hearer, "message.created").getString("text")).isEqualTo("After");
    assertThat(asker.isOpen()).isTrue();
  }

  private static void awaitHealth(int status) {
    Awaitility.await("health is " + status)
        .atMost(PATIENCE)
        .until(() -> get("/health", "").statusCode() == status);
  }

  private static HttpResponse<String> publish(String stream) {
    return post("/_broadcast", "demo", object("stream", stream, "data", "{}"));
  }

  private static void refusedForAWhile(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private static HttpResponse<String> get(String path, String token) {
    return send(HttpRequest.newBuilder(uri(path)), token);
  }

  private static HttpResponse<String> post(String path, String token, JsonObject body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())),
        token);
  }

  private static URI uri(String path) {
    return SERVER.uri().resolve(path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String token) {
    try {
      return HTTP.send(
          request.header("Authorization", "Bearer " + token).timeout(PATIENCE).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }
}
