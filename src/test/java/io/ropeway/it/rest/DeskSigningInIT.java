package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import io.ropeway.it.rest.Api.Answer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeskSigningInIT {

  private final Api api = Api.of(Servers.main().uri());

  private Answer signIn(String login, String password) {
    return api.post(
        "/auth/sign_in", "{\"email\":\"" + login + "\",\"password\":\"" + password + "\"}");
  }

  private Api as(String login) {
    Answer signedIn = signIn(login, login + "-demo").is(200);
    return api.with("access-token", signedIn.header("access-token"))
        .with("client", signedIn.header("client"))
        .with("uid", signedIn.header("uid"));
  }

  @Test
  void tellsTheCredentialsInHeaders() {
    Answer signedIn = signIn("ada", "ada-demo").is(200);
    assertThat(signedIn.header("access-token")).matches("[\\w-]{43}");
    assertThat(signedIn.header("token-type")).isEqualTo("Bearer");
    assertThat(signedIn.header("client")).isNotBlank();
    assertThat(signedIn.header("uid")).isEqualTo("ada");
    assertThat(Instant.ofEpochSecond(Long.parseLong(signedIn.header("expiry"))))
        .isAfter(Instant.now().plus(Duration.ofDays(29)));
    JsonObject user = signedIn.object().getJsonObject("data");
    assertThat(user.getString("uid")).isEqualTo("ada");
    assertThat(user.getString("access_token")).isEqualTo(signedIn.header("access-token"));
  }

  @Test
  void recognisesThemAndSignsOut() {
    Api ada = as("ada");
    JsonObject payload = ada.get("/auth/validate_token").is(200).object().getJsonObject("payload");
    assertThat(payload.getBoolean("success")).isTrue();
    assertThat(payload.getJsonObject("data").getString("email")).isEqualTo("ada");
    assertThat(ada.delete("/auth/sign_out").is(200).object().getBoolean("success")).isTrue();
    assertThat(ada.get("/auth/validate_token").is(401).object().getString("error")).isNotBlank();
  }

  @Test
  void takesATokenAsThatOfAScript() {
    String token = signIn("ada", "ada-demo").header("access-token");
    api.with("api_access_token", token).get("/auth/validate_token").is(200);
    api.with("api_access_token", "x".repeat(43)).get("/auth/validate_token").is(401);
  }

  @Test
  void refusesAsClientsReadIt() {
    JsonObject refused = signIn("ada", "wrong").is(401).object();
    assertThat(refused.getBoolean("success")).isFalse();
    assertThat(refused.getJsonArray("errors")).hasSize(1);
    signIn("ada", "ada-demo").is(200);
    api.send("POST", "/auth/sign_in", BodyPublishers.noBody(), "").is(401);
    assertThat(api.post("/auth/sign_in", "[]").is(422).object().getString("error")).isNotBlank();
    assertThat(api.get("/auth/nothing").is(404).object().getString("error")).isNotBlank();
    assertThat(api.get("/api/v1/nothing").is(404).header("Content-Type"))
        .startsWith("application/json");
  }

  @Test
  void saysWhichServerThisIs() {
    JsonObject server = api.get("/api").is(200).object();
    assertThat(server.getString("version")).isEqualTo("4.9.1");
    assertThat(server.getString("data_services")).isEqualTo("ok");
  }

  @Test
  void isDescribedByItsOwnAddresses() {
    assertThat(api.get("/openapi").is(200).body())
        .contains("/auth/sign_in")
        .doesNotContain("/api/auth/");
  }
}
