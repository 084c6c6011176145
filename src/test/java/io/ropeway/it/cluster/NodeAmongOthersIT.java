package io.ropeway.it.cluster;

import static io.ropeway.it.client.Frames.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.Event;
import io.ropeway.it.BrokerProcess;
import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.chat.ChatRoom;
import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import io.ropeway.messaging.BusPeer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The shipped WAR on a server among others; the other node is the test, which has the same broker
 * and the same database.
 */
class NodeAmongOthersIT {

  private static final long OTHER = 4711;
  private static final String TRANSIENT = Frames.suite("StreamsWithManyClientsChannel");
  private static BrokerProcess broker;
  private static Database database;
  private static ServerProcess node;
  private static BusPeer other;

  @RegisterExtension final CableClients cables = new CableClients(NodeAmongOthersIT::uri);
  private final People people = new People(NodeAmongOthersIT::uri);
  private final Backend backend = new Backend(NodeAmongOthersIT::uri, "demo");

  @BeforeAll
  static void start() {
    broker = BrokerProcess.start("among");
    database = Database.create();
    node =
        ServerProcess.named("among")
            .withFixtures()
            .on(database)
            .through(broker)
            .setting("ropeway.node.id", "one")
            .setting("ropeway.presence.grace", "PT2S")
            .start();
    other = new BusPeer(broker, "ropeway", OTHER);
    await(Duration.ofSeconds(10), other.counters::isConnected);
  }

  @AfterAll
  static void stop() {
    other.close();
    node.close();
    broker.close();
  }

  private static URI uri() {
    return node.uri();
  }

  @Test
  void whatPassesHereIsToldTheOthersInItsOrder() {
    other.heard.clear();
    List<BusMessage> told =
        IntStream.range(0, 200).mapToObj(i -> passing("elsewhere", String.valueOf(i))).toList();

    for (int i = 0; i < 200; i++) {
      backend.broadcast("elsewhere", i);
    }

    await(Duration.ofSeconds(10), () -> heardOn("elsewhere").size() == 200);
    assertThat(heardOn("elsewhere")).isEqualTo(told);
  }

  @Test
  void whatPassesElsewhereIsHeardHereInItsOrder() {
    CableClient client = cables.at("/cable").open();
    client.send(Frames.subscribe(TRANSIENT)).confirmed(TRANSIENT);

    for (int i = 0; i < 200; i++) {
      other.send(passing("a", String.valueOf(i)));
    }

    for (int i = 0; i < 200; i++) {
      client.hears(TRANSIENT, i);
    }
  }

  @Test
  void whatIsLoggedHereIsToldTheOthersOnceItIsStored() {
    Person ada = people.signIn("ada");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    room.say(room.enter(ada), "stored and told");

    await(
        Duration.ofSeconds(5),
        () ->
            other.heard.stream()
                .anyMatch(
                    message ->
                        message instanceof BusMessage.Logged logged
                            && logged.event().payload().contains("stored and told")));
  }

  @Test
  void aBrokerThatIsKilledSlowsNobodyAndItsReturnIsNoticedWithinThreeSeconds() {
    Person ada = people.signIn("ada");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    CableClient speaker = room.enter(ada);
    CableClient client = cables.at("/cable").open();
    client.send(Frames.subscribe(TRANSIENT)).confirmed(TRANSIENT);
    broker.kill();
    try {
      for (int i = 0; i < 20; i++) {
        assertThat(room.say(speaker, "away " + i).getString("text")).isEqualTo("away " + i);
        backend.broadcast("a", i);
        client.hears(TRANSIENT, i);
      }
    } finally {
      broker.start();
    }
    await(Duration.ofSeconds(3), other.counters::isConnected);
    await(
        Duration.ofSeconds(3),
        () -> {
          other.send(passing("a", "\"back\""));
          return !client.drain().isEmpty();
        });
  }

  @Test
  void somebodyWhoIsPresentElsewhereIsOnlineHere() {
    Person ada = people.signIn("ada");
    Person dan = people.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    ada.request("PUT", room.path("/members/" + dan.id()), object(), 200);
    String stream = streamOf(room);
    beAlive();
    execute("insert into presence values ('%s', '%d')".formatted(stream, dan.id()));
    lease(stream, dan);

    JsonObject state = room.comeIn(room.connect(ada));

    assertThat(state.getJsonArray("members"))
        .hasSize(2)
        .allMatch(member -> member.asJsonObject().getBoolean("online"));
    execute("delete from presence_lease where incarnation = " + OTHER);
    execute("delete from presence where room = '" + stream + "' and who = '" + dan.id() + "'");
    execute("delete from node where incarnation = " + OTHER);
  }

  @Test
  void whatANodeLeftThatWasSilentForFifteenSecondsEndsAndIsTold() {
    Person ada = people.signIn("ada");
    Person dan = people.signIn("dan");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    CableClient witness = room.enter(ada);
    String stream = streamOf(room);
    beAlive();
    execute("insert into presence values ('%s', '%d')".formatted(stream, dan.id()));
    lease(stream, dan);

    execute(
        "update node set heartbeat_at = clock_timestamp() - interval '16' second where incarnation"
            + " = "
            + OTHER);

    JsonObject left = room.event(witness, "member.left");
    assertThat(left.getJsonObject("user").getInt("id")).isEqualTo(dan.id());
    assertThat(left.getJsonObject("user").getString("name")).isEqualTo("Dan");
    assertThat(left.getBoolean("online")).isFalse();
    await(
        Duration.ofSeconds(5),
        () -> number("select count(*) from node where incarnation = " + OTHER) == 0);
  }

  @Test
  void presenceHereStandsInLeasesForTheOthers() {
    Person ada = people.signIn("ada");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    CableClient client = room.enter(ada);
    String leases = "select count(*) from presence_lease where room = '" + streamOf(room) + "'";

    await(Duration.ofSeconds(5), () -> number(leases) == 1);
    client.send(Frames.unsubscribe(room.identifier));
    await(Duration.ofSeconds(5), () -> number(leases) == 0);
  }

  @Test
  void whoTypesElsewhereIsShownToWhoComesIn() {
    Person ada = people.signIn("ada");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    CableClient witness = room.enter(ada);
    other.send(typing(streamOf(room), ada, "typing.on"));
    room.event(witness, "typing.on");

    assertThat(room.comeIn(room.connect(ada)).getJsonArray("typing")).hasSize(1);

    other.send(typing(streamOf(room), ada, "typing.off"));
    room.event(witness, "typing.off");
    assertThat(room.comeIn(room.connect(ada)).getJsonArray("typing")).isEmpty();
  }

  @Test
  void connectionsAndCredentialsEndByEntriesOfTheLogThatOthersReadToo() {
    CableClient client = cables.at("/cable?test=uid&uid=26").open();
    Person dan = people.signIn("dan");
    CableClient signedIn = room(dan);
    other.heard.clear();

    backend.disconnect(object("uid", "26"), true);
    dan.signOut();

    client.disconnected("remote", true).closed(1000);
    signedIn.disconnected("unauthorized", false).closed(1000);
    await(
        Duration.ofSeconds(5),
        () ->
            other.heard.stream()
                    .filter(BusMessage.Logged.class::isInstance)
                    .map(message -> ((BusMessage.Logged) message).event().stream())
                    .filter("$control"::equals)
                    .count()
                == 2);
  }

  @Test
  void administratorsSeeTheNodesAndTheirCounts() {
    assertThat(people.signIn("ada").get("/api/nodes"))
        .contains("\"id\":\"one\"", "\"bus_sent\":", "\"connections\":");
    people.signIn("dan").request("GET", "/api/nodes", JsonValue.NULL, 403);
  }

  private CableClient room(Person person) {
    return ChatRoom.madeBy(people.signIn("ada"), "public", cables).connect(person);
  }

  private static BusMessage passing(String stream, String payload) {
    return new BusMessage.Passing(new Event(stream, payload));
  }

  private static BusMessage typing(String stream, Person who, String name) {
    String payload =
        "{\"event\":\"%s\",\"data\":{\"room\":\"r\",\"user\":{\"id\":%d,\"name\":\"A\"}}}"
            .formatted(name, who.id());
    return new BusMessage.Passing(
        new Event(List.of(stream), name, payload).about(null, "USER:" + who.id()).asTransient());
  }

  private static List<BusMessage> heardOn(String stream) {
    return other.heard.stream()
        .filter(
            message ->
                message instanceof BusMessage.Passing passing
                    && passing.event().stream().equals(stream))
        .toList();
  }

  private static String streamOf(ChatRoom room) {
    return "room:" + number("select id from room where slug = '" + room.slug + "'");
  }

  private static void beAlive() {
    execute(
        "insert into node (incarnation, id, started_at, heartbeat_at, stopped, counts) values (%d,"
                .formatted(OTHER)
            + " 'other', clock_timestamp(), clock_timestamp(), false, '{}')");
  }

  private static void lease(String stream, Person who) {
    execute(
        "insert into presence_lease values ('%s', '%d', %d, '{\"room\":\"r\",\"name\":\"Dan\"}')"
            .formatted(stream, who.id(), OTHER));
  }

  private static void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(Duration time, Callable<Boolean> condition) {
    Awaitility.await().atMost(time).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
