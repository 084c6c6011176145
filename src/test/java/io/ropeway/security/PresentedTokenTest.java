package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.TestSessions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresentedTokenTest {

  @Test
  void standsInTheAuthorizationHeader() {
    assertThat(explicit("", "Authorization", "Bearer abc")).contains("abc");
    assertThat(explicit("", "authorization", "bearer  abc ")).contains("abc");
    assertThat(explicit("", "Authorization", "Basic abc")).isEmpty();
  }

  @Test
  void standsInTheHeadersOfSupportDesks() {
    assertThat(explicit("", "access-token", "abc", "client", "7", "uid", "ada")).contains("abc");
    assertThat(explicit("", "api_access_token", "abc")).contains("abc");
  }

  @Test
  void standsInTheQuery() {
    assertThat(explicit("?token=a%2Bb")).contains("a+b");
    assertThat(explicit("?access_token=abc")).contains("abc");
    assertThat(explicit("?other=abc")).isEmpty();
  }

  @Test
  void standsAmongTheOfferedSubprotocols() {
    assertThat(explicit("", "Sec-WebSocket-Protocol", "actioncable-v1-json, anycable-token.a.b-c"))
        .contains("a.b-c");
  }

  @Test
  void isTakenFromTheHeaderFirst() {
    assertThat(explicit("?token=query", "Authorization", "Bearer header")).contains("header");
  }

  @Test
  void standsInThePagesCookieWhichIsNotExplicit() {
    HandshakeRequest request = TestSessions.request("Cookie", "a=b; ropeway_session=abc");

    assertThat(PresentedToken.cookie(request)).contains("abc");
    assertThat(PresentedToken.explicit(request)).isEmpty();
  }

  private static Optional<String> explicit(String query, String... headers) {
    return PresentedToken.explicit(
        new HandshakeRequest(
            URI.create("http://localhost/cable" + query), "127.0.0.1", List.of(headers)));
  }
}
