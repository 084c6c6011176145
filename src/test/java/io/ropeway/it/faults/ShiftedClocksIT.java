package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ropeway.it.FakeTime;
import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The clock of one node is a minute ahead of the other's, and of the database's. */
@Tag("faults")
class ShiftedClocksIT {

  private static final Duration AHEAD = Duration.ofMinutes(1);
  private static final Duration ERROR = Duration.ofSeconds(3);
  private static final Duration RETURN = Duration.ofMinutes(5);
  private static final Duration UNPROVED = Duration.ofSeconds(15);
  private static final String STREAM = "all-by-time";
  private static final String FOLLOWING = Frames.identifier("BenchmarkChannel", "id", "-by-time");

  private static Cluster cluster;

  @RegisterExtension final CableClients right = new CableClients(() -> address(0));
  @RegisterExtension final CableClients ahead = new CableClients(() -> address(1));

  @BeforeAll
  static void start() {
    assumeTrue(FakeTime.isInstalled(), "Needs the Debian package faketime");
    cluster =
        Cluster.start(
            "clocks",
            setup -> setup.setting("ropeway.streams.durable", "all-*"),
            setup -> setup.setting("ropeway.streams.durable", "all-*").clockAhead(AHEAD));
  }

  @Test
  void nothingIsLostRepeatedOrReorderedWhenANodeIsKilled() {
    try (Crowd crowd = cluster.crowd()) {
      long begin = System.currentTimeMillis();
      long pid = cluster.node(0).pid();
      cluster.node(0).kill();
      Gone.isGone(pid, cluster.node(0).port());
      Cluster.pass(Cluster.OUTAGE);
      cluster.node(0).start();
      Span outage = Span.since(begin);
      crowd.awaitReturn(RETURN);
      crowd.settle(RETURN);
      crowd
          .verdict()
          .databaseWasDurable()
          .acknowledgedIsStoredOnce()
          .accepted(200, outage)
          .clientsOfNodeAloneSawABreak(0, outage)
          .followersAgreeWithTheTable(UNPROVED);
    }
  }

  @Test
  void historyByTimeIsTheSameAtBothNodes() throws Exception {
    assertThat(clockOf(1)).isBetween(AHEAD.minus(ERROR), AHEAD.plus(ERROR));
    publishAtBoth(0);
    Cluster.pass(ERROR.multipliedBy(2)); // more than what is sent again to be sure
    long since = Instant.now().getEpochSecond();
    publishAtBoth(4);
    List<Integer> wanted = List.of(4, 5, 6, 7);
    assertThat(historySince(right, since)).isEqualTo(wanted);
    assertThat(historySince(ahead, since)).isEqualTo(wanted);
  }

  @Test
  void clientsAreToldTheTimeOfTheDatabaseByBothNodes() {
    for (CableClients clients : List.of(right, ahead)) {
      JsonObject ping =
          clients
              .at("/cable")
              .offering("actioncable-v1-ext-json")
              .showingPings()
              .open()
              .forgivingUnread()
              .expect("ping");
      long told = ping.getJsonNumber("message").longValue();
      assertThat(Duration.ofSeconds(told - Instant.now().getEpochSecond()).abs()).isLessThan(ERROR);
    }
  }

  private static void publishAtBoth(int first) {
    for (int n = first; n < first + 4; n++) {
      int node = n % 2;
      new Backend(() -> address(node), "demo").broadcast(STREAM, Frames.object("n", n));
    }
  }

  private static List<Integer> historySince(CableClients clients, long since) {
    CableClient client =
        clients.at("/cable").offering("actioncable-v1-ext-json").open().forgivingUnread();
    client.send(
        Json.createObjectBuilder()
            .add("command", "subscribe")
            .add("identifier", FOLLOWING)
            .add("history", Frames.object("since", since))
            .build()
            .toString());
    client.confirmed(FOLLOWING);
    List<Integer> heard = new ArrayList<>();
    JsonObject frame = client.next();
    while (Frames.type(frame).isEmpty()) {
      heard.add(frame.getJsonObject("message").getInt("n"));
      frame = client.next();
    }
    assertThat(Frames.type(frame)).isEqualTo("confirm_history");
    return heard;
  }

  /** How far a node's clock is ahead of this machine's. */
  private static Duration clockOf(int node) throws IOException, InterruptedException {
    String date =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address(node).resolve("/health")).build(),
                BodyHandlers.discarding())
            .headers()
            .firstValue("Date")
            .orElseThrow();
    Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    return Duration.between(Instant.now(), told);
  }

  private static URI address(int node) {
    return cluster.addresses().get(node);
  }
}
