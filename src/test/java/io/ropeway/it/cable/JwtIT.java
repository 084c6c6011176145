package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who comes with a token of another back end. */
class JwtIT extends ExtendedTest {

  private static final String MEMBERS = identifier("MembersChannel");
  private static final String INTROSPECTION = identifier("IntrospectionChannel");

  @Test
  void isLetInByEachPlaceOfAToken() {
    String token = token(Backend.JWT_SECRET, 60);
    assertKnown(extended("?jid=" + token));
    assertKnown(extended("").header("X-JID", token));
    assertKnown(cables.at("/cable").offering(EXTENDED, "anycable-token." + token));
  }

  @Test
  void isToldThatATokenIsWrongOrOver() {
    extended("?jid=" + token("another secret, and as long as that", 60))
        .showingEverything()
        .open()
        .disconnected("unauthorized", false)
        .closed(1000);
    extended("?jid=" + token(Backend.JWT_SECRET, -1))
        .showingEverything()
        .open()
        .disconnected("token_expired", false)
        .closed(1000);
  }

  @Test
  void isSentToRefreshATokenThatIsOverWhileConnected() {
    CableClient client = extended("?jid=" + token(Backend.JWT_SECRET, 2)).open();
    client.subscribe(MEMBERS);
    client.disconnected("token_expired", false).closed(1000);
  }

  @Test
  void isDisconnectedByTheIdentifiersOfTheToken() {
    CableClient client = extended("?jid=" + token(Backend.JWT_SECRET, 60)).open();
    client.subscribe(MEMBERS);
    backend.disconnect(object("user_id", "jwt-7"), true);
    client.disconnected("remote", true).closed(1000);
  }

  private static String token(String secret, int seconds) {
    return Backend.token(
        object(
            "ext",
            object("user_id", "jwt-7").toString(),
            "exp",
            Instant.now().getEpochSecond() + seconds),
        secret);
  }

  private static void assertKnown(CableClients.Handshake handshake) {
    CableClient client = handshake.open();
    client.send(subscribe(INTROSPECTION));
    JsonObject known = client.message(INTROSPECTION).asJsonObject();
    client.confirmed(INTROSPECTION);
    assertThat(known.getString("kind")).isEqualTo("CONTACT");
  }
}
