package io.ropeway.it.cluster;

import static io.ropeway.it.client.Frames.identifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients whose connection to one node broke, and who come back by the other. */
class ComingBackElsewhereIT {

  /** From the sending of an event until it is certainly proved to have arrived, on any node. */
  private static final Duration PROVED = Duration.ofSeconds(5);

  private final TwoNodes nodes = TwoNodes.shared();
  @RegisterExtension final CableClients here = new CableClients(() -> nodes.here.uri());
  @RegisterExtension final CableClients there = new CableClients(() -> nodes.there.uri());
  private final Backend backend = new Backend(() -> nodes.here.uri(), "demo");

  @Test
  void aPlainClientIsToldWhatItMissedAndNothingThatItHas() {
    String channel = identifier("BenchmarkChannel", "id", "log-plain");
    CableClient client = plain(here, "moving").subscribe(channel);
    say("log-plain", 1);
    client.hears(channel, 1).silent(PROVED).vanish();
    say("log-plain", 2);
    say("log-plain", 3);

    CableClient again = plain(there, "moving").subscribe(channel);

    again.hears(channel, 2).hears(channel, 3);
    say("log-plain", 4);
    again.hears(channel, 4).silent();
  }

  @Test
  void aSessionGoesOnWithoutSubscribingAgain() {
    String channel = identifier("BenchmarkChannel", "id", "log-extended");
    CableClient client = extended(here, "moving", null);
    String sid = client.expect("welcome").getString("sid");
    client.subscribe(channel);
    say("log-extended", 1);
    JsonObject seen = client.next();
    client.silent().vanish();
    say("log-extended", 2);

    CableClient again = extended(there, "moving", sid);

    JsonObject welcome = again.expect("welcome");
    assertThat(welcome.getBoolean("restored")).isTrue();
    assertThat(welcome.getJsonArray("restored_ids").getString(0)).isEqualTo(channel);
    again.silent();
    again.send(Frames.history(channel, seen)).hears(channel, 2);
    again.expect("confirm_history");
    say("log-extended", 3);
    again.hears(channel, 3).silent();
  }

  @Test
  void aSessionIsNotForOthersOnAnyNode() {
    String channel = identifier("BenchmarkChannel", "id", "log-stolen");
    CableClient client = extended(here, "owner", null);
    String sid = client.expect("welcome").getString("sid");
    client.subscribe(channel).silent();

    CableClient thief = extended(there, "thief", sid);

    assertThat(thief.expect("welcome").containsKey("restored")).isFalse();
    say("log-stolen", 1);
    client.hears(channel, 1);
    thief.silent();
  }

  private void say(String id, int number) {
    backend.broadcast("all" + id, number);
  }

  private static CableClient plain(CableClients clients, String uid) {
    return clients.at("/cable?test=uid&uid=" + uid).open();
  }

  private static CableClient extended(CableClients clients, String uid, String sid) {
    CableClients.Handshake handshake =
        clients
            .at("/cable?test=uid&uid=" + uid)
            .offering("actioncable-v1-ext-json")
            .showingWelcome();
    return (sid == null ? handshake : handshake.header("X-ANYCABLE-RESTORE-SID", sid)).open();
  }
}
