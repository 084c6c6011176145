package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients whose connection broke: with nothing to say about their past, or with its session id. */
@ParameterizedClass
@EnumSource(Transport.class)
class ComingBackIT {

  /** From the sending of an event until it is certainly proved to have arrived. */
  private static final Duration PROVED = Duration.ofSeconds(5);

  private static final Map<Transport, ServerProcess> SERVERS = new EnumMap<>(Transport.class);

  @Parameter Transport transport;

  @RegisterExtension final CableClients cables = new CableClients(this::address);

  private final Backend backend = new Backend(this::address, "demo");

  private URI address() {
    return process().uri();
  }

  private ServerProcess process() {
    return SERVERS.computeIfAbsent(
        transport,
        one ->
            ServerProcess.named("coming-back-" + one.ordinal())
                .withFixtures()
                .setting("ropeway.streams.durable", "alllog-*")
                .setting("ropeway.cable.fast-transport", one == Transport.FAST)
                .start());
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(ServerProcess::close);
    SERVERS.clear();
  }

  /** Tests of both transports share a database, and not their streams. */
  private String id(String name) {
    return "log-" + transport + name;
  }

  private static String channel(String id) {
    return identifier("BenchmarkChannel", "id", id);
  }

  private CableClient plain(String uid) {
    return cables.at("/cable?test=uid&uid=" + uid).open();
  }

  @Test
  void aPlainClientIsToldWhatItMissedAndNothingThatItHas() {
    String id = id("missed");
    CableClient client = plain("missed").subscribe(channel(id));
    backend.broadcast("all" + id, 1);
    client.hears(channel(id), 1).silent(PROVED).vanish();
    backend.broadcast("all" + id, 2);
    backend.broadcast("all" + id, 3);

    CableClient again = plain("missed").subscribe(channel(id));
    again.hears(channel(id), 2).hears(channel(id), 3);
    backend.broadcast("all" + id, 4);
    again.hears(channel(id), 4).silent();
  }

  @Test
  void aPlainClientIsToldAgainWhatMayNotHaveArrived() {
    String id = id("flight");
    CableClient client = plain("flight").subscribe(channel(id));
    backend.broadcast("all" + id, 1);
    client.hears(channel(id), 1).silent(PROVED);
    backend.broadcast("all" + id, 2);
    client.vanish();
    backend.broadcast("all" + id, 3);

    plain("flight").subscribe(channel(id)).hears(channel(id), 2).hears(channel(id), 3).silent();
  }

  @Test
  void aFarewellLeavesNothing() {
    String id = id("farewell");
    plain("farewell").subscribe(channel(id)).close();
    backend.broadcast("all" + id, 1);

    plain("farewell").subscribe(channel(id)).silent();
  }

  @Test
  void twoTabsAreToldOnceEach() {
    String id = id("tabs");
    CableClient first = plain("tabs").subscribe(channel(id));
    CableClient second = plain("tabs").subscribe(channel(id));
    backend.broadcast("all" + id, 1);
    first.hears(channel(id), 1).silent(PROVED).vanish();
    second.hears(channel(id), 1).vanish();
    backend.broadcast("all" + id, 2);

    plain("tabs").subscribe(channel(id)).hears(channel(id), 2).silent();
    plain("tabs").subscribe(channel(id)).hears(channel(id), 2).silent();
    plain("tabs").subscribe(channel(id)).silent();
  }

  @Test
  void aSessionGoesOnWithoutSubscribingAgain() {
    String id = id("restored");
    CableClient client = extended("restored", null);
    String sid = client.expect("welcome").getString("sid");
    client.subscribe(channel(id));
    backend.broadcast("all" + id, 1);
    JsonObject seen = client.next();
    client.silent().vanish();
    backend.broadcast("all" + id, 2);

    CableClient again = extended("restored", sid);
    JsonObject welcome = again.expect("welcome");
    assertThat(welcome.getBoolean("restored")).isTrue();
    assertThat(welcome.getJsonArray("restored_ids")).hasSize(1);
    assertThat(welcome.getJsonArray("restored_ids").getString(0)).isEqualTo(channel(id));
    assertThat(welcome.getString("sid")).isNotEqualTo(sid);
    again.silent();
    again.send(Frames.history(channel(id), seen));
    again.hears(channel(id), 2);
    again.expect("confirm_history");
    backend.broadcast("all" + id, 3);
    again.hears(channel(id), 3).silent();
  }

  @Test
  void aSessionIsNotForOthers() {
    String id = id("others");
    CableClient client = extended("owner", null);
    String sid = client.expect("welcome").getString("sid");
    client.subscribe(channel(id)).silent();

    CableClient thief = extended("thief", sid);
    assertThat(thief.expect("welcome").containsKey("restored")).isFalse();
    backend.broadcast("all" + id, 1);
    client.hears(channel(id), 1);
    thief.silent();
  }

  @Test
  void aRestartIsSurvived() {
    String id = id("restart");
    CableClient plain = plain("restart").subscribe(channel(id));
    CableClient extended = extended("restart", null);
    String sid = extended.expect("welcome").getString("sid");
    extended.subscribe(channel(id));
    backend.broadcast("all" + id, 1);
    plain.hears(channel(id), 1).silent(PROVED);
    JsonObject seen = extended.next();
    extended.vanish();
    process().stop();
    plain.disconnected("server_restart", true).closed(1012);
    process().start();
    backend.broadcast("all" + id, 2);

    plain("restart").subscribe(channel(id)).hears(channel(id), 2).silent();
    CableClient again = extended("restart", sid);
    assertThat(again.expect("welcome").getBoolean("restored")).isTrue();
    again.send(Frames.history(channel(id), seen));
    again.hears(channel(id), 2);
    again.expect("confirm_history");
  }

  private CableClient extended(String uid, String sid) {
    CableClients.Handshake handshake =
        cables
            .at("/cable?test=uid&uid=" + uid)
            .offering("actioncable-v1-ext-json")
            .showingWelcome();
    return (sid == null ? handshake : handshake.header("X-ANYCABLE-RESTORE-SID", sid)).open();
  }
}
