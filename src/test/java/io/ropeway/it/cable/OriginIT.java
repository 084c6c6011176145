package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which sites' pages connections may be opened. */
class OriginIT {

  /** Nothing is set: the page's own host, and clients that are no browsers. */
  @Nested
  class ByDefault {

    @RegisterExtension final CableClients cables = new CableClients(Transport.FAST::server);

    private final int port = Transport.FAST.server().getPort();

    @Test
    void allowsThePagesOwnHost() {
      String host = Transport.FAST.server().getHost();
      allowed(cables, "http://" + host + ":" + port);
      allowed(cables, "http://" + host.toUpperCase(java.util.Locale.ROOT) + ":" + port);
    }

    @Test
    void allowsClientsThatSendNone() {
      cables.at("/cable").showingWelcome().open().expect("welcome");
    }

    @Test
    void refusesEverythingElse() {
      String host = Transport.FAST.server().getHost();
      for (String origin :
          new String[] {
            "https://" + host + ":" + port,
            "http://" + host + ":" + (port + 1),
            "http://" + host,
            "http://" + host + ":" + port + ".evil.example",
            "http://evil.example:" + port,
            "http://" + host + ":" + port + "@evil.example",
            "null",
            "*",
            "no origin at all"
          }) {
        cables.at("/cable").header("Origin", origin).refused(403);
        cables.at("/websocket").header("Origin", origin).refused(403);
      }
    }

    @Test
    void believesNoForwardedHeaders() {
      cables
          .at("/cable")
          .header("Origin", "https://chat.example")
          .header("X-Forwarded-Host", "chat.example")
          .header("X-Forwarded-Proto", "https")
          .refused(403);
    }
  }

  /** A list is set, and the test's own address is a trusted proxy. */
  @Nested
  class WithAListBehindAProxy {

    @RegisterExtension final CableClients cables = new CableClients(TightServer::address);

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://exact.example.net",
          "https://EXACT.example.net",
          "https://a.example.com",
          "https://a.b.example.com",
          "http://app.example.org:3000",
          "http://app.example.org:8080"
        })
    void allowsWhatTheListAllows(String origin) {
      allowed(cables, origin);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://exact.example.net",
          "https://exact.example.net:444",
          "https://example.com",
          "https://aexample.com",
          "https://a.example.com.evil.example",
          "https://evil.example/.example.com",
          "http://app.example.org",
          "https://app.example.org:3000",
          "null"
        })
    void refusesWhatTheListDoesNotName(String origin) {
      cables.at("/cable").header("Origin", origin).refused(403);
    }

    @Test
    void allowsThePagesOwnHostAsWell() {
      allowed(cables, "http://" + TightServer.address().getAuthority());
    }

    @Test
    void takesTheHostAndSchemeThatTheProxyForwards() {
      forwarded("https://chat.example").showingWelcome().open().expect("welcome");
      forwarded("http://chat.example").refused(403);
      forwarded("https://chat.example:8443").refused(403);
      forwarded("http://" + TightServer.address().getAuthority()).refused(403);
    }

    @Test
    void tellsChannelsTheAddressThatTheClientUsed() {
      CableClient client = forwarded("https://chat.example").open();
      String identifier = identifier("IntrospectionChannel");
      client.send(subscribe(identifier));
      JsonObject known = client.message(identifier).asJsonObject();
      client.confirmed(identifier);
      assertThat(known.getString("url"))
          .isEqualTo("https://chat.example/cable?test=uid&uid=proxied");
      assertThat(known.getString("address")).isEqualTo("203.0.113.9");
    }

    private CableClients.Handshake forwarded(String origin) {
      return cables
          .at("/cable?test=uid&uid=proxied")
          .header("Origin", origin)
          .header("X-Forwarded-Host", "chat.example")
          .header("X-Forwarded-Proto", "https")
          .header("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
    }
  }

  private static void allowed(CableClients cables, String origin) {
    cables.at("/cable").header("Origin", origin).showingWelcome().open().expect("welcome");
  }
}
