package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.CableSettings;
import io.ropeway.session.HandshakeRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginPolicyTest {

  @Test
  void letsClientsInThatAreNoBrowsers() {
    HandshakeRequest request =
        new HandshakeRequest(URI.create("http://chat.example.com/cable"), "127.0.0.1", List.of());

    assertThat(policy(false).allows(request)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://chat.example.com, true",
    "http://CHAT.example.com, true",
    "http://chat.example.com:80, true",
    "https://chat.example.com, false",
    "http://chat.example.com:8080, false",
    "http://example.com, false",
    "http://chat.example.com.evil.org, false",
    "null, false",
    "'', false",
    "'not an origin', false",
    "//chat.example.com, false"
  })
  void letsPagesOfTheSameSchemeHostAndPortIn(String origin, boolean allowed) {
    assertThat(allows(policy(true), "http://chat.example.com/cable", origin)).isEqualTo(allowed);
  }

  @Test
  void knowsTheDefaultPortOfEachScheme() {
    assertThat(allows(policy(true), "https://a.org:443/cable", "https://a.org")).isTrue();
    assertThat(allows(policy(true), "https://a.org:80/cable", "https://a.org")).isFalse();
  }

  @Test
  void keepsPagesOfTheSameHostOutIfTold() {
    assertThat(allows(policy(false), "http://a.org/cable", "http://a.org")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, https://app.example.com, true",
    "https://app.example.com, https://APP.example.com, true",
    "https://app.example.com, http://app.example.com, false",
    "https://app.example.com, https://app.example.com:8443, false",
    "https://*.example.com, https://a.b.example.com, true",
    "https://*.example.com, https://example.com, false",
    "https://*.example.com, https://example.com.evil.org, false",
    "https://*.example.com, https://evil.org/.example.com, false",
    "https://app.exampleXcom, https://app.example.com, false",
    "http://localhost:*, http://localhost:3000, true",
    "http://localhost:*, http://localhost.evil.org, false",
    "*://app.example.com, https://app.example.com, true",
    "*, https://anything.example.org, true",
    "*, null, true"
  })
  void letsListedOriginsIn(String rule, String origin, boolean allowed) {
    assertThat(allows(policy(true, rule), "http://other.org/cable", origin)).isEqualTo(allowed);
  }

  @Test
  void asksEveryRule() {
    OriginPolicy policy = policy(true, "https://a.org", "https://b.org");

    assertThat(allows(policy, "http://other.org/cable", "https://b.org")).isTrue();
  }

  private static OriginPolicy policy(boolean sameHost, String... rules) {
    OriginPolicy policy = new OriginPolicy();
    policy.settings = new CableSettings(List.of(rules), sameHost, true);
    return policy;
  }

  private static boolean allows(OriginPolicy policy, String opened, String origin) {
    return policy.allows(
        new HandshakeRequest(URI.create(opened), "127.0.0.1", List.of("Origin", origin)));
  }
}
