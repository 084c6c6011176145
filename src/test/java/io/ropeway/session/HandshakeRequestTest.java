package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeRequestTest {

  @Test
  void findsHeadersWhateverTheirCase() {
    HandshakeRequest request = TestSessions.request("X-Socket-ID", "7");

    assertThat(request.header("x-socket-id")).contains("7");
    assertThat(request.header("X-SOCKET-ID")).contains("7");
    assertThat(request.header("x-other")).isEmpty();
  }

  @Test
  void keepsEveryLineOfAHeaderInOrder() {
    HandshakeRequest request = TestSessions.request("a", "1", "b", "2", "A", "3");

    assertThat(request.headers("a")).containsExactly("1", "3");
    assertThat(request.header("a")).contains("1");
  }

  @Test
  void splitsListsOverAllTheirLines() {
    HandshakeRequest request =
        TestSessions.request(
            "Sec-WebSocket-Protocol", "one, two,,", "sec-websocket-protocol", " three ");

    assertThat(request.headerItems("sec-websocket-protocol"))
        .containsExactly("one", "two", "three");
  }

  @Test
  void findsCookiesInEveryLine() {
    HandshakeRequest request = TestSessions.request("Cookie", "a=1; b=2", "cookie", "c=3;a=4");

    assertThat(request.cookie("a")).contains("1");
    assertThat(request.cookie("b")).contains("2");
    assertThat(request.cookie("c")).contains("3");
    assertThat(request.cookie("d")).isEmpty();
  }

  @Test
  void keepsOddCookieValues() {
    HandshakeRequest request = TestSessions.request("Cookie", "a=x y=z==; =none; lone; b=");

    assertThat(request.cookie("a")).contains("x y=z==");
    assertThat(request.cookie("lone")).isEmpty();
    assertThat(request.cookie("b")).contains("");
  }

  @Test
  void decodesTheFirstValueOfAParameter() {
    HandshakeRequest request = opened("?a=x%20y+z&a=2&%C3%A4=%E2%82%AC&empty=&lone");

    assertThat(request.parameter("a")).contains("x y z");
    assertThat(request.parameter("ä")).contains("€");
    assertThat(request.parameter("empty")).contains("");
    assertThat(request.parameter("lone")).contains("");
    assertThat(request.parameter("other")).isEmpty();
  }

  @Test
  void hasNoParametersWithoutAQuery() {
    assertThat(opened("").parameter("a")).isEmpty();
  }

  @Test
  void showsNoSecretOfItsQueryOrHeaders() {
    HandshakeRequest request =
        new HandshakeRequest(
            URI.create("http://localhost/cable?token=secret"),
            "127.0.0.1",
            List.of("Authorization", "Bearer secret"));

    assertThat(request.toString()).isEqualTo("/cable");
  }

  private static HandshakeRequest opened(String query) {
    return new HandshakeRequest(
        URI.create("http://localhost:8080/cable" + query), "127.0.0.1", List.of());
  }
}
