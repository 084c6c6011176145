package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.rest.Api.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server as it stands in production: behind a proxy that ends TLS, and with a database apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindAProxyIT {

  private static final String APP = "https://app.example.net";
  private static final String COOKIE_SIGN_IN =
      "{\"login\":\"bob\",\"password\":\"bob-demo\",\"cookie\":true}";

  private final Database database = Database.create();
  private ServerProcess server;
  private Api direct;

  @BeforeAll
  void start() {
    server =
        ServerProcess.named("proxied")
            .demo()
            .on(database)
            .setting("ropeway.http.trusted-proxies", "127.0.0.0/8,::1")
            .setting("ropeway.http.cors-origins", APP)
            .start();
    direct = Api.of(server.uri());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Api proxied() {
    return direct
        .with("X-Forwarded-For", "198.51.100.9")
        .with("X-Forwarded-Proto", "https")
        .with("X-Forwarded-Host", "chat.example.com");
  }

  @Test
  void marksTheCookieSecureWhereTheClientSpeaksHttps() {
    assertThat(proxied().post("/api/tokens", COOKIE_SIGN_IN).is(201).header("Set-Cookie"))
        .endsWith("; Secure");
    assertThat(direct.post("/api/tokens", COOKIE_SIGN_IN).is(201).header("Set-Cookie"))
        .doesNotContain("Secure");
  }

  @Test
  void knowsItsOwnPagesByTheAddressThatTheClientUsed() {
    String cookie =
        proxied().post("/api/tokens", COOKIE_SIGN_IN).header("Set-Cookie").split(";", 2)[0];
    Api page = proxied().with("Cookie", cookie);
    page.with("Origin", "https://chat.example.com")
        .put("/api/rooms/general/read", "{\"messageId\":1}")
        .is(204);
    page.with("Origin", "http://chat.example.com")
        .put("/api/rooms/general/read", "{\"messageId\":1}")
        .isProblem(403);
  }

  @Test
  void letsListedOriginsCallTheApi() {
    Answer preflight =
        direct
            .with("Origin", APP)
            .with("Access-Control-Request-Method", "POST")
            .send("OPTIONS", "/api/rooms", null)
            .is(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(preflight.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    Answer refused = direct.with("Origin", APP).get("/api/me").isProblem(401);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    direct
        .with("Origin", "https://evil.example")
        .with("Access-Control-Request-Method", "POST")
        .send("OPTIONS", "/api/rooms", null)
        .isProblem(403);
    assertThat(
            direct
                .with("Origin", "https://evil.example")
                .get("/api/me")
                .header("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void countsFailedSignInsByTheAddressOfTheClient() {
    String guess = "{\"login\":\"guessed-%d\",\"password\":\"x\"}";
    Api guesser = direct.with("X-Forwarded-For", "1.1.1.1, 203.0.113.66");
    int refused = 0;
    for (int i = 0; i < 52; i++) {
      int status = guesser.post("/api/tokens", guess.formatted(i)).status();
      refused += status == 429 ? 1 : 0;
    }
    assertThat(refused).isPositive();
    proxied().signIn("ada").is(201);
  }

  @Test
  void saysThatItsDatabaseIsAwayAndHealsByItself() throws Exception {
    Api ada = direct.as("ada");
    allowConnections(false);
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> direct.get("/health").status() == 503);
      Answer away = ada.get("/api/rooms").isProblem(503);
      assertThat(Integer.parseInt(away.header("Retry-After"))).isPositive();
      assertThat(away.body()).doesNotContain("SQL", "jdbc", "Exception");
      direct.signIn("ada").isProblem(503);
    } finally {
      allowConnections(true);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> direct.get("/health").status() == 200);
    ada.get("/api/rooms").is(200);
  }

  private void allowConnections(boolean allowed) throws SQLException {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    try (Connection connection = Database.create().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter database " + name + " allow_connections " + allowed);
      if (!allowed) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + name
                + "'");
      }
    }
  }
}
