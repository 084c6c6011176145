package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeadersTest {

  private static HttpExchange behindProxy(String peer) {
    return HttpExchange.of("GET", "/api/me")
        .from(peer)
        .to("http", "internal", 8080)
        .header("X-Forwarded-For", "198.51.100.9")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "Chat.Example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10.0.0.0/33", "example.com", "10.0.0.0/x", "1.2.3.4.5"})
  void refusesSettingsThatAreNoAddresses(String proxies) {
    assertThatIllegalStateException()
        .isThrownBy(() -> TestForwardedHeaders.trusting(proxies))
        .withMessageContaining("ropeway.http.trusted-proxies");
  }

  @Nested
  class WithoutTrustedProxies {
    private final ForwardedHeaders headers = TestForwardedHeaders.trusting("");

    @Test
    void believesNothingThatIsForwarded() {
      RequestOrigin origin = headers.resolve(behindProxy("10.1.2.3").request());
      assertThat(origin).isEqualTo(new RequestOrigin("http", "internal", 8080, "10.1.2.3"));
      assertThat(origin.origin()).isEqualTo("http://internal:8080");
    }
  }

  @Nested
  class WithTrustedProxies {
    private final ForwardedHeaders headers =
        TestForwardedHeaders.trusting("10.0.0.0/8, 192.0.2.1,fd00::/8");

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "10.255.0.1", "192.0.2.1", "fd12:3456::1"})
    void believesThem(String peer) {
      RequestOrigin origin = headers.resolve(behindProxy(peer).request());
      assertThat(origin)
          .isEqualTo(new RequestOrigin("https", "chat.example.com", 443, "198.51.100.9"));
      assertThat(origin.origin()).isEqualTo("https://chat.example.com");
      assertThat(origin.secure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.0.1", "192.0.2.2", "fe80::1", "9.255.255.255"})
    void believesNobodyElse(String peer) {
      assertThat(headers.resolve(behindProxy(peer).request()).host()).isEqualTo("internal");
    }

    @Test
    void ignoresWhatTheClientWroteItself() {
      HttpExchange exchange =
          HttpExchange.of("GET", "/")
              .from("10.0.0.1")
              .header("X-Forwarded-For", "1.1.1.1, 198.51.100.9")
              .header("X-Forwarded-Proto", "http, https");
      RequestOrigin origin = headers.resolve(exchange.request());
      assertThat(origin.remoteAddress()).isEqualTo("198.51.100.9");
      assertThat(origin.scheme()).isEqualTo("https");
    }

    @Test
    void walksThroughSeveralProxies() {
      HttpExchange exchange =
          HttpExchange.of("GET", "/")
              .from("10.0.0.1")
              .header("X-Forwarded-For", "1.1.1.1, 198.51.100.9, 10.0.0.3")
              .header("X-Forwarded-For", "10.0.0.2")
              .header("X-Forwarded-Host", "evil.example, chat.example.com, inner, innermost");
      RequestOrigin origin = headers.resolve(exchange.request());
      assertThat(origin.remoteAddress()).isEqualTo("198.51.100.9");
      assertThat(origin.host()).isEqualTo("chat.example.com");
    }

    @ParameterizedTest
    @CsvSource({
      "198.51.100.9:4711, 198.51.100.9",
      "[2001:db8::1]:4711, 2001:db8:0:0:0:0:0:1",
      "2001:db8::1, 2001:db8:0:0:0:0:0:1",
      "unknown, 10.0.0.1",
      "_hidden, 10.0.0.1"
    })
    void readsAddressesWithPortsAndNone(String entry, String address) {
      HttpExchange exchange =
          HttpExchange.of("GET", "/").from("10.0.0.1").header("X-Forwarded-For", entry);
      assertThat(headers.resolve(exchange.request()).remoteAddress()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
      "https, , , 80, https://chat.example.com",
      "https, , , 8443, https://chat.example.com:8443",
      "wss, , , 80, https://chat.example.com",
      "ftp, , , 80, http://chat.example.com",
      "https, other.example:8443, , 80, https://other.example:8443",
      "https, other.example, 9443, 80, https://other.example:9443",
      "https, other.example, junk, 80, https://other.example",
      "https, [2001:db8::1]:8443, , 80, https://[2001:db8::1]:8443"
    })
    void findsThePortThatTheClientUsed(
        String proto, String host, String port, int direct, String expected) {
      HttpExchange exchange =
          HttpExchange.of("GET", "/")
              .from("10.0.0.1")
              .to("http", "chat.example.com", direct)
              .header("X-Forwarded-Proto", proto);
      if (host != null) {
        exchange.header("X-Forwarded-Host", host);
      }
      if (port != null) {
        exchange.header("X-Forwarded-Port", port);
      }
      assertThat(headers.resolve(exchange.request()).origin()).isEqualTo(expected);
    }
  }
}
