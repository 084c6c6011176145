package io.ropeway.security.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.HttpSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.security.HttpExchange;
import io.ropeway.security.TestForwardedHeaders;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGuardTest {

  private static final String TOKEN = "0123456789012345678901234567890123456789012";

  /** Whether the request got through the guard. */
  private static boolean passes(HttpExchange exchange, String... settings) throws Exception {
    HttpSettings http = TestSettings.of(HttpSettings.class, settings);
    HttpGuard guard = new HttpGuard();
    guard.forwarded = TestForwardedHeaders.trusting(String.join(",", http.trustedProxies()));
    SameOrigin sameOrigin = new SameOrigin();
    sameOrigin.settings = http;
    guard.headers = new SecurityHeaders();
    guard.headers.sameOrigin = sameOrigin;
    guard.headers.settings = http;
    guard.cors = new Cors();
    guard.cors.settings = http;
    guard.cors.sameOrigin = sameOrigin;
    guard.csrf = new Csrf();
    guard.csrf.sameOrigin = sameOrigin;
    guard.pages = new PageCache();
    boolean[] passed = new boolean[1];
    guard.doFilter(
        exchange.request(), exchange.response(), (request, response) -> passed[0] = true);
    return passed[0];
  }

  @Nested
  class ForgedRequests {

    private static HttpExchange withCookie(String method) {
      return HttpExchange.of(method, "/api/rooms")
          .header("Cookie", "theme=dark; ropeway_session=" + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void areRefusedWhenOnlyTheCookieSpeaksForThem(String method) throws Exception {
      HttpExchange exchange = withCookie(method);
      assertThat(passes(exchange)).isFalse();
      assertThat(exchange.status()).isEqualTo(403);
      assertThat(exchange.answered("Content-Type")).isEqualTo("application/problem+json");
      assertThat(exchange.body()).contains("\"status\":403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void areHarmlessWhereNothingChanges(String method) throws Exception {
      assertThat(passes(withCookie(method))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "Origin, http://chat.example.com, true",
      "Origin, HTTP://CHAT.example.com:80, true",
      "Origin, https://chat.example.com, false",
      "Origin, http://chat.example.com:8080, false",
      "Origin, http://chat.example.com.evil.example, false",
      "Origin, null, false",
      "Referer, http://chat.example.com/rooms?x=1, true",
      "Referer, http://evil.example/http://chat.example.com, false",
      "Referer, , false"
    })
    void areToldFromOurOwnPagesByOriginOrReferer(String header, String value, boolean ours)
        throws Exception {
      assertThat(passes(withCookie("POST").header(header, value == null ? "" : value)))
          .isEqualTo(ours);
    }

    @Test
    void areNotExcusedByARefererWhenTheOriginIsAnothers() throws Exception {
      HttpExchange exchange =
          withCookie("POST")
              .header("Origin", "http://evil.example")
              .header("Referer", "http://chat.example.com/");
      assertThat(passes(exchange)).isFalse();
    }

    @Test
    void mayBeProvedWithTheToken() throws Exception {
      assertThat(passes(withCookie("POST").header("X-CSRF-Token", CsrfToken.of(TOKEN)))).isTrue();
      assertThat(passes(withCookie("POST").header("X-CSRF-Token", CsrfToken.of("other"))))
          .isFalse();
      assertThat(passes(withCookie("POST").header("X-CSRF-Token", ""))).isFalse();
    }

    @Test
    void areThoseOfNobodyWhoPresentsATokenItself() throws Exception {
      assertThat(passes(withCookie("POST").header("Authorization", "Bearer x"))).isTrue();
      assertThat(passes(withCookie("POST").query("token=x"))).isTrue();
      assertThat(passes(HttpExchange.of("POST", "/api/tokens"))).isTrue();
    }

    @Test
    void areMeasuredByThePublicUrlAndByTrustedProxies() throws Exception {
      assertThat(
              passes(
                  withCookie("POST").header("Origin", "https://talk.example.org"),
                  "ropeway.http.public-url",
                  "https://talk.example.org/"))
          .isTrue();
      assertThat(
              passes(
                  withCookie("POST")
                      .from("10.0.0.1")
                      .header("X-Forwarded-Proto", "https")
                      .header("Origin", "https://chat.example.com"),
                  "ropeway.http.trusted-proxies",
                  "10.0.0.1"))
          .isTrue();
    }
  }

  @Nested
  class OtherOrigins {

    private static final String LISTED = "https://app.example.net";

    private static HttpExchange from(String origin, String method) {
      return HttpExchange.of(method, "/api/rooms").header("Origin", origin);
    }

    private static HttpExchange preflight(String origin) {
      return from(origin, "OPTIONS").header("Access-Control-Request-Method", "POST");
    }

    @Test
    void areAnsweredWithTheirHeadersWhenListed() throws Exception {
      HttpExchange exchange = from(LISTED, "GET");
      assertThat(passes(exchange, "ropeway.http.cors-origins", LISTED + ",https://b.example"))
          .isTrue();
      assertThat(exchange.answered("Access-Control-Allow-Origin")).isEqualTo(LISTED);
      assertThat(exchange.answered("Access-Control-Allow-Credentials")).isEqualTo("true");
      assertThat(exchange.answered("Vary")).isEqualTo("Origin");
    }

    @Test
    void mayAskBeforehandWhenListed() throws Exception {
      HttpExchange exchange = preflight(LISTED);
      assertThat(passes(exchange, "ropeway.http.cors-origins", LISTED)).isFalse();
      assertThat(exchange.status()).isEqualTo(204);
      assertThat(exchange.answered("Access-Control-Allow-Methods")).contains("PATCH");
      assertThat(exchange.answered("Access-Control-Allow-Headers")).contains("Authorization");
    }

    @Test
    void getNoHeadersWhenNotListed() throws Exception {
      HttpExchange exchange = from("https://evil.example", "GET");
      assertThat(passes(exchange, "ropeway.http.cors-origins", LISTED)).isTrue();
      assertThat(exchange.answered("Access-Control-Allow-Origin")).isNull();
      HttpExchange preflight = preflight("https://evil.example");
      assertThat(passes(preflight, "ropeway.http.cors-origins", LISTED)).isFalse();
      assertThat(preflight.status()).isEqualTo(403);
    }

    @Test
    void comeWithoutTheCookieWhenAllAreWelcome() throws Exception {
      HttpExchange exchange = from("https://any.example", "GET");
      assertThat(passes(exchange, "ropeway.http.cors-origins", "*")).isTrue();
      assertThat(exchange.answered("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(exchange.answered("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void mayAlwaysCallTheContactsApiButNeverWithTheCookie() throws Exception {
      String path = "/public/api/v1/inboxes/a";
      HttpExchange exchange = HttpExchange.of("POST", path).header("Origin", LISTED);
      assertThat(passes(exchange, "ropeway.http.cors-origins", LISTED)).isTrue();
      assertThat(exchange.answered("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(exchange.answered("Access-Control-Allow-Credentials")).isNull();
      HttpExchange preflight =
          HttpExchange.of("OPTIONS", path)
              .header("Origin", "https://any.example")
              .header("Access-Control-Request-Method", "POST");
      assertThat(passes(preflight)).isFalse();
      assertThat(preflight.status()).isEqualTo(204);
    }

    @Test
    void areNoneWhenTheyAreOurs() throws Exception {
      HttpExchange exchange = from("http://chat.example.com", "GET");
      assertThat(passes(exchange, "ropeway.http.cors-origins", "*")).isTrue();
      assertThat(exchange.answered("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void needTheCsrfTokenForTheCookieAlsoWhenListed() throws Exception {
      HttpExchange exchange = from(LISTED, "POST").header("Cookie", "ropeway_session=" + TOKEN);
      assertThat(passes(exchange, "ropeway.http.cors-origins", LISTED)).isFalse();
      assertThat(exchange.status()).isEqualTo(403);
      assertThat(exchange.answered("Access-Control-Allow-Origin")).isEqualTo(LISTED);
    }
  }

  @Nested
  class WhatBrowsersAreTold {

    private static final String HOUR_LONG = "public, max-age=31536000, immutable";

    @ParameterizedTest
    @CsvSource({
      "/assets/page-ABCD1234.js, '" + HOUR_LONG + "'",
      "/assets/nested/style-ZYXW9876.css, '" + HOUR_LONG + "'",
      "/assets/page.js, no-cache",
      "/page-ABCD1234.js, no-cache",
      "/, no-cache",
      "/api/me, no-store",
      "/auth/sign_in, no-store",
      "/public/api/v1/inboxes/a, no-store"
    })
    void isWhatTheyMayKeep(String path, String cacheControl) throws Exception {
      HttpExchange exchange = HttpExchange.of("POST", path);
      assertThat(passes(exchange)).isTrue();
      assertThat(exchange.answered("Cache-Control")).isEqualTo(cacheControl);
    }

    @Test
    void isToRunNothingButOurOwnFiles() throws Exception {
      HttpExchange exchange = HttpExchange.of("POST", "/");
      passes(exchange);
      assertThat(exchange.answered("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "*", "http:");
      assertThat(exchange.answered("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(exchange.answered("Strict-Transport-Security")).isNull();
    }

    @Test
    void isToShowTheWidgetAloneInFramesOfThoseWhoMay() throws Exception {
      HttpExchange widget = HttpExchange.of("POST", "/widget/");
      passes(widget, "ropeway.http.widget-origins", "https://shop.example");
      assertThat(widget.answered("Content-Security-Policy"))
          .endsWith("frame-ancestors 'self' https://shop.example");
      assertThat(widget.answered("X-Frame-Options")).isNull();
      HttpExchange other = HttpExchange.of("GET", "/widget/embed.js");
      passes(other, "ropeway.http.widget-origins", "https://shop.example");
      assertThat(other.answered("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void isToStayWithHttpsWhereThatIsThePublicAddress() throws Exception {
      HttpExchange exchange = HttpExchange.of("POST", "/").to("https", "chat.example.com", 443);
      passes(exchange, "ropeway.http.public-url", "https://chat.example.com");
      assertThat(exchange.answered("Strict-Transport-Security")).startsWith("max-age=");
    }
  }

  @Test
  void letsWebSocketHandshakesPassAsTheyAre() throws Exception {
    HttpExchange exchange =
        HttpExchange.of("GET", "/cable")
            .header("Upgrade", "websocket")
            .header("Cookie", "ropeway_session=" + TOKEN);
    assertThat(passes(exchange)).isTrue();
    assertThat(exchange.answered("Content-Security-Policy")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"POST, websocket", "POST, h2c", "DELETE, 'h2c, websocket'"})
  void takesNoOtherRequestWithAnUpgradeForAHandshake(String method, String upgrade)
      throws Exception {
    HttpExchange exchange =
        HttpExchange.of(method, "/api/rooms")
            .header("Upgrade", upgrade)
            .header("Cookie", "ropeway_session=" + TOKEN);
    assertThat(passes(exchange)).isFalse();
    assertThat(exchange.status()).isEqualTo(403);
  }

  @Test
  void neverShowsATokenAsText() {
    HttpExchange exchange = HttpExchange.of("GET", "/").header("Authorization", "Bearer " + TOKEN);
    assertThat(RequestCredential.of(exchange.request()).orElseThrow().toString())
        .doesNotContain(TOKEN);
  }
}
