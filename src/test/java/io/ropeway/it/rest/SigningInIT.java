package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.rest.Api.Answer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SigningInIT {

  @RegisterExtension final CableClients cables = new CableClients(() -> Servers.main().uri());

  private final Api api = Api.of(Servers.main().uri());

  private static String loginBody(String login, String password) {
    return "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}";
  }

  @Test
  void givesATokenThatSpeaksForTheUser() {
    JsonObject signedIn = api.signIn("ada").is(201).object();
    assertThat(signedIn.getJsonObject("user"))
        .hasToString("{\"id\":1,\"login\":\"ada\",\"name\":\"Ada\",\"role\":\"admin\"}");
    assertThat(Instant.parse(signedIn.getString("expiresAt")))
        .isAfter(Instant.now().plus(Duration.ofDays(29)));
    String token = signedIn.getString("token");
    JsonObject me = api.with("Authorization", "Bearer " + token).get("/api/me").is(200).object();
    assertThat(me.getString("login")).isEqualTo("ada");
    assertThat(me.getJsonObject("account").getString("name")).isEqualTo("Demo");
    assertThat(api.get("/api/me?token=" + token).is(200).object()).isEqualTo(me);
  }

  @Test
  void refusesWhoIsNotKnown() {
    api.get("/api/me").isProblem(401);
    assertThat(api.get("/api/rooms").header("WWW-Authenticate")).startsWith("Bearer");
    api.with("Authorization", "Bearer nonsense").get("/api/me").isProblem(401);
    api.get("/api/me?token=" + "x".repeat(43)).isProblem(401);
    api.post("/api/tokens", loginBody("ada", "wrong")).isProblem(401);
    api.signIn("ada").is(201);
  }

  @Test
  void makesGuessingSlow() {
    String login = "guessed-" + System.nanoTime();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      answers.add(api.post("/api/tokens", loginBody(login, "guess " + i)));
    }
    assertThat(answers).extracting(Answer::status).startsWith(401, 401, 401, 401, 401);
    Answer refused =
        answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
    assertThat(Integer.parseInt(refused.isProblem(429).header("Retry-After"))).isPositive();
    api.signIn("bob").is(201);
  }

  @Test
  void listsTokensAndClosesWhatARevokedOneOpened() {
    JsonObject signedIn = api.signIn("cyd").object();
    Api cyd = api.as("cyd");
    CableClient revoked = open(signedIn.getString("token"));
    CableClient other = open(api.signIn("cyd").object().getString("token"));
    JsonObject listed =
        cyd.get("/api/tokens").is(200).array().getValuesAs(JsonObject.class).stream()
            .filter(token -> token.getInt("id") == signedIn.getInt("id"))
            .findFirst()
            .orElseThrow();
    assertThat(listed.getString("label")).isEqualTo("a test");
    assertThat(listed.getBoolean("current")).isFalse();
    assertThat(Instant.parse(listed.getString("lastUsedAt"))).isNotNull();

    api.as("dan").delete("/api/tokens/" + signedIn.getInt("id")).isProblem(404);
    assertThat(revoked.isOpen()).isTrue();
    cyd.delete("/api/tokens/" + signedIn.getInt("id")).is(204);
    revoked.disconnected("unauthorized", false).closed(1000);
    assertThat(other.isOpen()).isTrue();
    api.with("Authorization", "Bearer " + signedIn.getString("token"))
        .get("/api/me")
        .isProblem(401);
  }

  @Test
  void signsOut() {
    Api dan = api.as("dan");
    dan.get("/api/me").is(200);
    assertThat(dan.delete("/api/tokens/current").is(204).header("Set-Cookie"))
        .startsWith("ropeway_session=; ")
        .contains("Max-Age=0");
    dan.get("/api/me").isProblem(401);
  }

  @Test
  void setsACookieThatNoScriptReads() {
    Answer answer =
        api.post("/api/tokens", "{\"login\":\"bob\",\"password\":\"bob-demo\",\"cookie\":true}");
    assertThat(answer.is(201).object()).doesNotContainKey("token");
    assertThat(answer.header("Set-Cookie"))
        .matches("ropeway_session=[\\w-]{43}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Lax");
    String cookie = answer.header("Set-Cookie").split(";", 2)[0];
    assertThat(api.with("Cookie", cookie).get("/api/me").is(200).object().getString("login"))
        .isEqualTo("bob");
  }

  @Test
  void takesTheCookieForAChangeOnlyFromOurOwnPagesOrWithTheToken() {
    String cookie =
        api.post("/api/tokens", "{\"login\":\"bob\",\"password\":\"bob-demo\",\"cookie\":true}")
            .header("Set-Cookie")
            .split(";", 2)[0];
    Api page = api.with("Cookie", cookie);
    String read = "/api/rooms/general/read";
    String body = "{\"messageId\":1}";
    page.put(read, body).isProblem(403);
    page.with("Origin", "http://evil.example").put(read, body).isProblem(403);
    page.with("Origin", api.root().toString().replaceAll("/$", "")).put(read, body).is(204);
    page.with("Referer", api.root() + "somewhere").put(read, body).is(204);
    String csrf = page.get("/api/me").object().getString("csrfToken");
    page.with("X-CSRF-Token", csrf).put(read, body).is(204);
    page.with("X-CSRF-Token", csrf + "x").put(read, body).isProblem(403);
  }

  @Test
  void leavesNoTokenAndNoPasswordInAnyLog() {
    JsonObject signedIn = api.signIn("ada").object();
    String token = signedIn.getString("token");
    Api ada = api.with("Authorization", "Bearer " + token);
    ada.get("/api/me?token=" + token);
    ada.send("BREW", "/api/me?token=" + token, null);
    ada.post("/api/rooms?token=" + token, "{nonsense");
    ada.get("/api/nothing/" + token);
    api.with("Cookie", "ropeway_session=" + token).delete("/api/rooms/general");
    api.post("/api/tokens", "{\"login\":\"ada\",\"password\":\"a-secret-password\"");
    api.post("/api/tokens", "{\"login\":[],\"password\":\"a-secret-password\"}");
    CableClient opened = open(token).forgivingUnread();
    ada.delete("/api/tokens/current").is(204);
    assertThat(opened.closeCode()).isEqualTo(1000);
    assertThat(Servers.main().log())
        .doesNotContain(token)
        .doesNotContain("a-secret-password")
        .doesNotContain("ada-demo\"");
  }

  private CableClient open(String token) {
    return cables.at("/cable?token=" + token).open();
  }
}
