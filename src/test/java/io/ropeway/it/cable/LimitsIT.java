package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.perform;
import static io.ropeway.it.client.Frames.subscribe;
import static io.ropeway.it.client.Frames.suite;
import static io.ropeway.it.client.Frames.unsubscribe;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.RawWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each limit crossed by one client, with a neighbour who must notice nothing. */
class LimitsIT {

  private static final String KNOWN = "/cable?test=uid&uid=";
  private static final int SMALL_BUFFER = 4_096;
  private static final String MARKS = identifier("SlowChannel");

  @RegisterExtension final CableClients cables = new CableClients(TightServer::address);

  private final Backend backend = new Backend(TightServer::address, "demo");
  private final String echo = suite("SubscriptionPerformMethodsChannel");
  private CableClient neighbour;

  @BeforeEach
  void openANeighbour() {
    neighbour = open().subscribe(echo);
  }

  @AfterEach
  void theNeighbourNoticedNothing() {
    neighbour.perform(echo, "echo", "text", "there?").hears(echo, object("response", "there?"));
    cables.at("/cable").showingWelcome().open().expect("welcome");
  }

  @Test
  @Crosses("ropeway.limits.frame-bytes")
  void closesOnAFrameThatIsTooLong() {
    CableClient client = open().subscribe(echo);
    client.send(padded(TightServer.FRAME_BYTES)).hears(echo, "tock");
    client.send(padded(TightServer.FRAME_BYTES + 1)).closed(1009);
  }

  @Test
  @Crosses("ropeway.limits.json-depth")
  void cannotDecodeWhatNestsTooDeep() {
    CableClient client = open().subscribe(echo);
    String frame = perform(echo, "tick");
    client.send(frame.replaceFirst("\\{", "{\"x\":" + nested(TightServer.JSON_DEPTH - 1) + ","));
    client.hears(echo, "tock");
    client.send(frame.replaceFirst("\\{", "{\"x\":" + nested(TightServer.JSON_DEPTH) + ","));
    client.perform(echo, "echo", "text", "still read", "x", null);
    client.hears(echo, object("response", "still read"));
    String deep = "{\"channel\":\"SlowChannel\",\"x\":" + nested(TightServer.JSON_DEPTH) + "}";
    client.send(subscribe(deep)).rejected(deep);
  }

  @Test
  @Crosses("ropeway.limits.identifier-chars")
  void rejectsAnIdentifierThatIsTooLong() {
    String shortest = identifier("SlowChannel", "x", "");
    int room = TightServer.IDENTIFIER_CHARS - shortest.length();
    String fitting = identifier("SlowChannel", "x", "x".repeat(room));
    String tooLong = identifier("SlowChannel", "x", "x".repeat(room + 1));
    open().subscribe(fitting).send(subscribe(tooLong)).rejected(tooLong);
  }

  @Test
  @Crosses("ropeway.limits.subscriptions")
  void rejectsOneSubscriptionTooMany() {
    CableClient client = open();
    for (int n = 1; n <= TightServer.SUBSCRIPTIONS; n++) {
      client.subscribe(identifier("SlowChannel", "id", n));
    }
    String more = identifier("SlowChannel", "id", "more");
    client.send(subscribe(more)).rejected(more);
    client.send(unsubscribe(identifier("SlowChannel", "id", 1))).subscribe(more);
  }

  @Test
  @Crosses("ropeway.limits.streams")
  void failsAHandlerThatFollowsOneStreamTooMany() {
    String fitting = identifier("ManyStreamsChannel", "streams", TightServer.STREAMS);
    String tooMany = identifier("ManyStreamsChannel", "streams", TightServer.STREAMS + 1);
    CableClient client = open();
    client.subscribe(fitting).send(subscribe(tooMany)).rejected(tooMany);
    client.perform(fitting, "follow", "streams", TightServer.STREAMS + 1);
    client.subscribe(echo).perform(echo, "tick").hears(echo, "tock");
  }

  @Test
  @Crosses("ropeway.limits.connections-per-identity")
  void tellsOneConnectionTooManyOfAnIdentity() {
    String address = KNOWN + UUID.randomUUID();
    CableClient first = cables.at(address).open();
    for (int n = 2; n <= TightServer.CONNECTIONS_PER_IDENTITY; n++) {
      cables.at(address).showingWelcome().open().expect("welcome");
    }
    CableClient tooMany = cables.at(address).showingEverything().open();
    tooMany.disconnected("too_many_connections", true).closed(1008);
    first.subscribe(echo).perform(echo, "tick").hears(echo, "tock");
    first.close();
    await().untilAsserted(() -> cables.at(address).showingWelcome().open().expect("welcome"));
  }

  @Test
  @Crosses({"ropeway.limits.commands-per-second", "ropeway.limits.command-burst"})
  void endsAClientThatIsTooFastForTooLong() {
    CableClient client = open().subscribe(MARKS);
    int marks = TightServer.COMMAND_BURST - 1;
    for (int n = 0; n < marks; n++) {
      client.perform(MARKS, "mark", "n", n);
    }
    for (int n = 0; n < marks; n++) {
      client.hears(MARKS, object("mark", n));
    }
    String[] tooMany = new String[TightServer.COMMAND_BURST * 3];
    Arrays.fill(tooMany, perform(MARKS, "mark", "n", 0));
    client.tryBurst(tooMany);
    client.skipMessages().disconnected("rate_limited", true).closed(1008);
  }

  @Test
  @Crosses("ropeway.limits.queued-commands")
  void endsAClientThatLetsTooManyCommandsWait() {
    CableClient client = open().subscribe(MARKS);
    client.perform(MARKS, "sleep", "millis", 600);
    for (int n = 0; n < TightServer.QUEUED_COMMANDS; n++) {
      client.perform(MARKS, "mark", "n", n);
    }
    client.hears(MARKS, object("slept", 600));
    for (int n = 0; n < TightServer.QUEUED_COMMANDS; n++) {
      client.hears(MARKS, object("mark", n));
    }
    String[] more = new String[TightServer.QUEUED_COMMANDS + 3];
    Arrays.fill(more, perform(MARKS, "mark", "n", 0));
    more[0] = perform(MARKS, "sleep", "millis", 600);
    client.tryBurst(more);
    client.skipMessages().disconnected("rate_limited", true).closed(1008);
  }

  @Test
  @Crosses("ropeway.limits.undecodable-frames")
  void closesAfterTooManyFramesThatCannotBeRead() {
    CableClient client = open().subscribe(echo);
    for (int n = 1; n < TightServer.UNDECODABLE_FRAMES; n++) {
      client.send("{no json").perform(echo, "tick").hears(echo, "tock");
    }
    client.send("{no json").disconnected("too_many_bad_frames", false).closed(1008);
  }

  @Test
  @Crosses("ropeway.limits.connections")
  void answersOneConnectionTooManyByHttp() {
    await()
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              try {
                open();
                return false;
              } catch (AssertionError e) {
                return e.getMessage().contains("503");
              }
            });
    assertThat(cables.size()).isEqualTo(TightServer.CONNECTIONS);
    cables.closeAllBut(neighbour);
    await().untilAsserted(() -> open().subscribe(echo));
  }

  @Test
  @Crosses("ropeway.limits.queued-commands")
  void cutsOffWhoseCallbacksCannotKeepUp() {
    String slow = identifier("SlowChannel", "nap", 200);
    CableClient client = open().subscribe(slow);
    for (int n = 0; n < TightServer.QUEUED_COMMANDS * 2; n++) {
      backend.broadcast("slow", n);
    }
    client.skipMessages().disconnected("too_slow", true).closed(1000);
  }

  @Test
  @Crosses("ropeway.limits.outbox-bytes")
  void cutsOffAReaderForWhomTooManyBytesWait() {
    floodUntilTooSlow(200, 2 * TightServer.OUTBOX_BYTES);
  }

  @Test
  @Crosses("ropeway.limits.outbox-frames")
  void cutsOffAReaderForWhomTooManyFramesWait() {
    floodUntilTooSlow(6_000, 1_500);
  }

  /** Has somebody who reads nothing send so much to himself. */
  private static void floodUntilTooSlow(int frames, int bytes) {
    String flood = identifier("FloodChannel", "room", "own " + bytes);
    try (RawWebSocket client =
        RawWebSocket.open(TightServer.address(), KNOWN + UUID.randomUUID(), SMALL_BUFFER)) {
      client.text(subscribe(flood));
      client.read(); // the welcome
      client.read(); // the confirmation
      client.text(perform(flood, "transmit", "frames", frames, "bytes", bytes));
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      List<String> read = new ArrayList<>();
      assertThat(client.readUntilClose(read)).isEqualTo(1000);
      assertThat(read).hasSizeLessThan(frames);
      assertThat(read.get(read.size() - 1))
          .isEqualTo("{\"type\":\"disconnect\",\"reason\":\"too_slow\",\"reconnect\":true}");
    }
  }

  private CableClient open() {
    return cables.at(KNOWN + UUID.randomUUID()).open();
  }

  /** A command of exactly so many bytes, with characters of more than one. */
  private String padded(int bytes) {
    String frame = perform(echo, "tick").replaceFirst("\\{", "{\"x\":\"üü\",");
    int missing = bytes - frame.getBytes(UTF_8).length;
    return frame.replaceFirst("üü", "ü".repeat(2 + missing / 2) + "x".repeat(missing % 2));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
