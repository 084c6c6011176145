package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.People;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in by what, and how the others are told. */
class CredentialsIT extends CableTest {

  private static final String INTROSPECTION = identifier("IntrospectionChannel");
  private static final String MEMBERS = identifier("MembersChannel");

  private People.Person ada;
  private String origin;

  @BeforeEach
  void signIn() {
    ada = new People(this::server).signIn("ada");
    origin = "http://" + server().getAuthority();
  }

  @Test
  void knowsAUserByEachPlaceOfAToken() {
    assertUser(cables.at("/cable?token=" + ada.token()));
    assertUser(cables.at("/cable").header("Authorization", "Bearer " + ada.token()));
    assertUser(
        cables.at("/cable").offering("actioncable-v1-json", "anycable-token." + ada.token()));
    assertUser(
        cables
            .at("/cable")
            .header("Origin", origin)
            .header("Cookie", "ropeway_session=" + ada.token()));
  }

  @Test
  void tellsAWrongTokenAfterTheUpgrade() {
    assertUnauthorized(cables.at("/cable?token=wrong"));
    assertUnauthorized(cables.at("/cable").header("Authorization", "Bearer wrong"));
    assertUnauthorized(cables.at("/cable").offering("actioncable-v1-json", "anycable-token.wrong"));
    assertUnauthorized(
        cables.at("/cable").header("Origin", origin).header("Cookie", "ropeway_session=wrong"));
  }

  @Test
  void takesNoCookieWithoutAnOrigin() {
    CableClient client =
        cables.at("/cable").header("Cookie", "ropeway_session=" + ada.token()).open();
    assertThat(introspect(client).getString("kind")).isEqualTo("ANONYMOUS");
  }

  @Test
  void takesNoCookieFromAnotherSitesPage() {
    cables
        .at("/cable")
        .header("Origin", "http://evil.example")
        .header("Cookie", "ropeway_session=" + ada.token())
        .refused(403);
  }

  @Test
  void letsAnonymousClientsAskForPublicChannelsOnly() {
    CableClient client = cables.open();
    client.send(subscribe(MEMBERS)).rejected(MEMBERS);
    String chat = identifier("ChatRoomChannel", "room", "general");
    client.send(subscribe(chat)).rejected(chat);
    assertThat(introspect(client).getString("kind")).isEqualTo("ANONYMOUS");
    cables.at("/cable?test=uid&uid=1").open().subscribe(MEMBERS);
  }

  @Test
  void endsWhatATokenOpenedWhenItIsRevoked() {
    People.Person again = new People(this::server).signIn("ada");
    CableClient revoked = cables.at("/cable?token=" + again.token()).open().subscribe(MEMBERS);
    CableClient other = cables.at("/cable?token=" + ada.token()).open().subscribe(MEMBERS);
    again.signOut();
    revoked.disconnected("unauthorized", false).closed(1000);
    other.silent();
    assertUnauthorized(cables.at("/cable?token=" + again.token()));
  }

  private void assertUser(CableClients.Handshake handshake) {
    JsonObject known = introspect(handshake.open());
    assertThat(known.getString("kind")).isEqualTo("USER");
    assertThat(known.getString("id")).isEqualTo(String.valueOf(ada.id()));
  }

  private static void assertUnauthorized(CableClients.Handshake handshake) {
    handshake.showingEverything().open().disconnected("unauthorized", false).closed(1000);
  }

  private static JsonObject introspect(CableClient client) {
    client.send(subscribe(INTROSPECTION));
    JsonObject known = client.message(INTROSPECTION).asJsonObject();
    client.confirmed(INTROSPECTION);
    return known;
  }
}
