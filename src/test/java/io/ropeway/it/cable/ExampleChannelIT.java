package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.People;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's example of a channel, laid over the WAR as the README says. */
class ExampleChannelIT {

  private static final String BAR = identifier("CheersChannel", "place", "bar");

  @RegisterExtension final CableClients cables = new CableClients(() -> Servers.main().uri());

  private final People people = new People(() -> Servers.main().uri());

  @Test
  void everybodyInOnePlaceSeesAGlassRaised() {
    CableClient ada = open("ada");
    CableClient bob = open("bob");
    ada.perform(BAR, "cheer", "to", "the ropeway");
    for (CableClient client : new CableClient[] {ada, bob}) {
      JsonObject cheered = client.message(BAR).asJsonObject();
      assertThat(cheered.getString("by")).isEqualTo("Ada");
      assertThat(cheered.getString("to")).isEqualTo("the ropeway");
      assertThat(cheered.getInt("glasses")).isPositive();
    }
    ada.perform(BAR, "my-glasses").hears(BAR, object("mine", 1));
    bob.perform(BAR, "my-glasses").hears(BAR, object("mine", 0));
  }

  @Test
  void nothingIsRaisedToNobodyOrInTheOffice() {
    CableClient cyd = open("cyd");
    cyd.perform(BAR, "cheer", "to", " ").perform(BAR, "my-glasses").hears(BAR, object("mine", 0));
    String office = identifier("CheersChannel", "place", "office");
    cyd.send(subscribe(office)).rejected(office);
    String nowhere = identifier("CheersChannel");
    cyd.send(subscribe(nowhere)).rejected(nowhere);
  }

  private CableClient open(String login) {
    CableClient client = cables.at("/cable?token=" + people.signIn(login).token()).open();
    client.send(subscribe(BAR));
    assertThat(client.message(BAR).asJsonObject()).containsKey("glasses");
    return client.confirmed(BAR);
  }
}
