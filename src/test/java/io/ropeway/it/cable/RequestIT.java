package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static io.ropeway.it.client.Frames.suite;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class RequestIT extends CableTest {

  @Test
  void givesChannelsTheRequest() {
    cables.at("/cable?token=secret").open().subscribe(suite("RequestChannel"));
  }

  @Test
  void givesChannelsTheRequestOfTheirOwnConnection() {
    CableClient client = cables.open();
    String identifier = suite("RequestChannel");
    client.send(subscribe(identifier)).rejected(identifier);
  }

  @Test
  void knowsTheFullUrlDuringTheHandshake() {
    cables.at("/cable?test=request_url").showingWelcome().open().expect("welcome");
  }

  @Test
  void refusesWhereACookieIsMissing() {
    cables.at("/cable?test=cookies").open().disconnected("unauthorized", false).closed(1000);
  }

  @Test
  void acceptsACookieWithASpace() {
    cables
        .at("/cable?test=cookies")
        .header("Cookie", "username=john green")
        .showingWelcome()
        .open()
        .expect("welcome");
  }

  @Test
  void refusesWhereAHeaderIsMissing() {
    cables.at("/cable?test=headers").open().disconnected("unauthorized", false).closed(1000);
  }

  @Test
  void acceptsWhereAHeaderIsSet() {
    cables
        .at("/cable?test=headers")
        .header("x-api-token", "abc")
        .showingWelcome()
        .open()
        .expect("welcome");
  }

  @Test
  void tellsTheReasonOfARefusalInsteadOfAWelcome() {
    CableClient client =
        cables.at("/cable?test=reasons&reason=unauthorized").showingEverything().open();
    client.disconnected("unauthorized", false).closed(1000);
  }

  @Test
  void givesChannelsUrlHeadersCookiesAndIdentity() {
    CableClient client =
        cables
            .at("/cable?test=uid&uid=7")
            .header("User-Agent", "cable tests")
            .header("Cookie", "flavour=sweet")
            .open();
    String identifier = identifier("IntrospectionChannel");
    client.send(subscribe(identifier));
    JsonObject known = client.message(identifier).asJsonObject();
    client.confirmed(identifier);
    assertThat(known)
        .isEqualTo(
            object(
                "kind", "CONTACT",
                "id", "7",
                "url", server().resolve("/cable?test=uid&uid=7").toString(),
                "address", "127.0.0.1",
                "agent", "cable tests",
                "cookie", "sweet"));
  }
}
