package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static io.ropeway.it.client.Frames.suite;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.RawWebSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends because it takes too long, on a server where little is too long. */
class TimeLimitsIT {

  private static final String SLOW = identifier("SlowChannel");
  private static final Duration LONGER_THAN_THE_GRACE = Duration.ofMillis(2500);

  @RegisterExtension final CableClients cables = new CableClients(TightServer::address);

  @Test
  void interruptsAHandlerOverItsTimeLimit() {
    CableClient client = open().subscribe(SLOW);
    client.perform(SLOW, "sleep", "millis", 20_000);
    client.perform(SLOW, "mark", "n", 1).hears(SLOW, object("mark", 1));
  }

  @Test
  void triesAgainAndThenSendsAwayForLaterWhereSubscribedTakesTooLong() {
    String nap = identifier("SlowChannel", "nap", 20_000);
    CableClient client = open().send(subscribe(nap));
    client.silent(Duration.ofSeconds(5)).disconnected("unavailable", true).closed(1013);
  }

  @Test
  void endsAClientWhoseHandlerDoesNotComeBack() {
    String stuck = identifier("StuckChannel");
    CableClient neighbour = open().subscribe(SLOW);
    CableClient client = open().subscribe(stuck);
    client.perform(stuck, "hang", "millis", 8_000);
    client.disconnected("handler_timeout", true).closed(1011);
    neighbour.perform(SLOW, "mark", "n", 1).hears(SLOW, object("mark", 1));
  }

  @Test
  void endsAnonymousClientsThatSubscribeToNothing() {
    CableClient idle = cables.open();
    CableClient rejected = cables.open();
    CableClient subscribed = cables.open().subscribe(SLOW);
    CableClient known = open();
    String members = identifier("MembersChannel");
    rejected.send(subscribe(members)).rejected(members);
    idle.disconnected("unauthorized", false).closed(1000);
    rejected.disconnected("unauthorized", false).closed(1000);
    subscribed.silent(LONGER_THAN_THE_GRACE);
    known.silent();
  }

  @Test
  void findsAClientThatIsGoneWithoutAnyTrace() {
    String watching = suite("ChannelStateChannel", "name", "watching");
    CableClient neighbour = open().subscribe(watching);
    try (RawWebSocket client = RawWebSocket.open(TightServer.address())) {
      client.text(
          subscribe(suite("ChannelStateChannel", "name", "half-open", "notify_disconnect", true)));
      // From here on it answers no ping, as a machine that lost its network.
      RawWebSocket.Received frame = client.readAny();
      while (!frame.isClose()) {
        if (frame.text().startsWith("{\"type\":\"disconnect\"")) {
          assertThat(frame.text()).contains("no_pong").contains("\"reconnect\":true");
        }
        frame = client.readAny();
      }
      assertThat(frame.closeCode()).isEqualTo(1000);
      assertThat(client.patience(8_000).isDropped()).isTrue();
    }
    neighbour.hears(watching, object("data", "user left: half-open"));
  }

  @Test
  void dropsAClientThatNeverFinishesItsRequest() {
    byte[] beginning = "GET /cable HTTP/1.1\r\nHost: localhost\r\nUpgrade".getBytes(US_ASCII);
    try (RawWebSocket client = RawWebSocket.connect(TightServer.address(), 0)) {
      client.write(beginning);
      assertThat(client.patience(20_000).isDropped()).isTrue();
    }
  }

  private CableClient open() {
    return cables.at("/cable?test=uid&uid=" + UUID.randomUUID()).open();
  }
}
