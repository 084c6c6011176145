package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request of the API, the answer has one shape and tells nothing else. */
class ProblemsIT {

  private static final String MESSAGES = "/api/rooms/general/messages";

  private final Api bob = Api.of(Servers.main().uri()).as("bob");

  @Test
  void sayThatNothingIsThere() {
    bob.get("/api/nothing").isProblem(404);
    bob.get("/api/rooms/no-such-room").isProblem(404);
    bob.delete("/api/tokens/99999999999999999999").isProblem(404);
    bob.patch(MESSAGES + "/x", "{\"text\":\"x\"}").isProblem(404);
  }

  @Test
  void sayWhichMethodsThereAre() {
    assertThat(bob.put("/api/rooms", "{}").isProblem(405).header("Allow")).contains("GET", "POST");
  }

  @Test
  void sayThatABodyIsJson() {
    bob.send(
            "POST",
            MESSAGES,
            BodyPublishers.ofString("text=x"),
            "application/x-www-form-urlencoded")
        .isProblem(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "5",
        "null",
        "{\"text\":}",
        "{\"text\":{}}",
        "{\"text\":\"x\",\"clientMessageId\":[1]}",
        "{}",
        "{\"text\":\" \"}",
        "{\"text\":\"a\\u0000b\"}"
      })
  void sayThatABodyCannotBeRead(String body) {
    String answer = bob.post(MESSAGES, body).isProblem(400).body();
    assertThat(answer).doesNotContain("Exception", "jakarta", "io.ropeway", "Parser");
  }

  @Test
  void sayThatABodyIsNotUtf8() {
    byte[] body = "{\"text\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    bob.send("POST", MESSAGES, BodyPublishers.ofByteArray(body), "application/json").isProblem(400);
  }

  @Test
  void sayThatABodyNestsTooDeep() {
    String deep = "{\"text\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
    bob.post(MESSAGES, deep).isProblem(400);
  }

  @Test
  void sayThatABodyIsTooLarge() {
    byte[] body = ("{\"text\":\"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    bob.send("POST", MESSAGES, BodyPublishers.ofByteArray(body), "application/json").isProblem(413);
    bob.send(
            "POST",
            MESSAGES,
            BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)),
            "application/json")
        .isProblem(413);
  }

  @Test
  void comeWithTheHeadersOfAllAnswers() {
    var answer = bob.get("/api/nothing");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void areDescribedWithTheApi() {
    assertThat(Api.of(Servers.main().uri()).get("/openapi").is(200).body())
        .contains("/api/tokens", "/api/rooms/{slug}/messages");
  }
}
