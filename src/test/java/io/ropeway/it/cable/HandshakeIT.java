package io.ropeway.it.cable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.RawWebSocket;
import org.junit.jupiter.api.Test;

class HandshakeIT extends CableTest {

  private static final String PLAIN = "actioncable-v1-json";
  private static final String EXTENDED = "actioncable-v1-ext-json";
  private static final String UNSUPPORTED = "actioncable-unsupported";

  @Test
  void choosesTheClientsFirstSubprotocol() {
    assertThat(offering(PLAIN, EXTENDED).subprotocol()).isEqualTo(PLAIN);
    assertThat(offering(EXTENDED, PLAIN).subprotocol()).isEqualTo(EXTENDED);
    assertThat(offering(UNSUPPORTED, PLAIN).subprotocol()).isEqualTo(PLAIN);
    assertThat(offering("soap", EXTENDED).subprotocol()).isEqualTo(EXTENDED);
  }

  @Test
  void welcomesWithAnIdOnTheExtendedProtocolOnly() {
    assertThat(offering(EXTENDED).expect("welcome").getString("sid")).isNotBlank();
    assertThat(offering(PLAIN).expect("welcome")).hasSize(1);
  }

  @Test
  void servesThePlainProtocolToClientsThatOfferNone() {
    CableClient client = offering();
    assertThat(client.subprotocol()).isEmpty();
    client.expect("welcome");
  }

  @Test
  void endsClientsThatKnowTheWordForUnsupported() {
    CableClient client = offering("actioncable-v9-json", UNSUPPORTED);
    assertThat(client.subprotocol()).isEqualTo(UNSUPPORTED);
    client.closed(1000);
  }

  @Test
  void refusesClientsThatOfferOnlyTheUnknown() {
    cables.at("/cable").offering("actioncable-v9-json").refused(400);
  }

  @Test
  void asksForAnUpgradeWhereThereIsNone() {
    for (String request :
        new String[] {"GET /cable", "GET /websocket?token=x", "POST /cable", "HEAD /cable"}) {
      assertThat(answer(request + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
          .startsWith("HTTP/1.1 426")
          .contains("Upgrade: websocket");
    }
  }

  @Test
  void asksForTheVersionThatItSpeaks() {
    String request =
        RawWebSocket.handshake(server(), "/cable").replace("Version: 13", "Version: 8");
    String answer = answer(request);
    assertThat(answer).startsWith("HTTP/1.1 426").contains("Sec-WebSocket-Version: 13");
  }

  @Test
  void refusesAHandshakeWithoutAProperKey() {
    String request = RawWebSocket.handshake(server(), "/cable");
    assertThat(answer(request.replace("dGhlIHNhbXBsZSBub25jZQ==", "short")))
        .startsWith("HTTP/1.1 400");
    assertThat(answer(request.replaceFirst("Sec-WebSocket-Key.*\r\n", "")))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void provesThatItUnderstoodTheHandshake() {
    assertThat(answer(RawWebSocket.handshake(server(), "/cable")))
        .startsWith("HTTP/1.1 101")
        .containsIgnoringCase("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        .containsIgnoringCase("Upgrade: websocket")
        .doesNotContainIgnoringCase("Sec-WebSocket-Protocol")
        .doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
  }

  @Test
  void hasNoWayInBesidesTheHandshake() {
    cables.at("/_ws/0b1c").refused(404);
    cables.at("/_ws/").refused(404);
  }

  private CableClient offering(String... names) {
    return cables.at("/cable").offering(names).showingWelcome().open().forgivingUnread();
  }

  private String answer(String request) {
    try (RawWebSocket client = RawWebSocket.connect(server(), 0)) {
      return client.write(request.getBytes(ISO_8859_1)).readResponse();
    }
  }
}
