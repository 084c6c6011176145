package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.StreamHead;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client is told again, and when. Streams that begin with durable are. */
class HistoryTest {

  private static final String STREAM = "durable";
  private static final String ID = "{\"channel\":\"Following\"}";
  private static final String PLAIN_ID = "{\"channel\":\"Passing\"}";
  private static final String CONFIRMED = answer("confirm_history");
  private static final String REJECTED = answer("reject_history");
  private static final String EPOCH = "store1.0";
  private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  @ChannelName("Following")
  static final class Following implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom(STREAM);
      subscription.transmit("welcome");
    }
  }

  @ChannelName("Passing")
  static final class Passing implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      subscription.streamFrom("passing");
    }
  }

  private final TestNode node =
      new TestNode()
          .deploy(Following.class, Following::new)
          .deploy(Passing.class, Passing::new)
          .deploy(Snapshot.class, Snapshot::new);
  private final TestClient client = extended();

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void isToldAfterTheConfirmationAndThenConfirmedItself() {
    publish(1, 2);

    subscribe("\"since\":" + START);

    expectStart();
    expectEntry(1);
    expectEntry(2);
    client.expect(CONFIRMED);
    publish(3);
    expectEntry(3);
    client.expectQuiet();
  }

  @Test
  void goesOnFromAPosition() {
    publish(1, 2, 3);

    subscribe(position(STREAM, 2, EPOCH));

    expectStart();
    expectEntry(3);
    client.expect(CONFIRMED);
  }

  @Test
  void isConfirmedWhenNothingWasMissed() {
    publish(1);
    subscribe(position(STREAM, 1, EPOCH));
    expectStart();
    client.expect(CONFIRMED);

    history("\"since\":" + (START + 1_000));

    client.expect(CONFIRMED);
  }

  @Test
  void isConfirmedWhereNothingIsKept() {
    client.send(
        "{\"command\":\"subscribe\",\"identifier\":"
            + TestClient.quoted(PLAIN_ID)
            + ",\"history\":{\"since\":"
            + START
            + "}}");
    client.expectConfirmation(PLAIN_ID);
    client.expect(
        "{\"identifier\":" + TestClient.quoted(PLAIN_ID) + ",\"type\":\"confirm_history\"}");
  }

  @Test
  void isRejectedAsAWholeForAPositionOfAnotherEpochAndThenLive() {
    publish(1);

    subscribe(position(STREAM, 0, "another"));

    expectStart();
    client.expect(REJECTED);
    publish(2);
    expectEntry(2);
    client.expectQuiet();
  }

  @Test
  void isRejectedForAPositionThatIsTrimmedAwayOrAheadOfTheLog() {
    publish(1, 2, 3);
    node.broadcasting.log.trimBelow(STREAM, 3);
    subscribe(position(STREAM, 1, EPOCH));
    expectStart();
    client.expect(REJECTED);

    history(position(STREAM, 4, EPOCH));
    client.expect(REJECTED);
    history(position(STREAM, 2, EPOCH));
    expectNothingAgain();
  }

  /** The stream went live after entry 3, and so entry 3 is told; nothing that came live is. */
  private void expectNothingAgain() {
    expectEntry(3);
    client.expect(CONFIRMED);
  }

  @Test
  void repeatsNothingThatWasToldLive() {
    publish(1);
    subscribe(position(STREAM, 1, EPOCH));
    expectStart();
    client.expect(CONFIRMED);
    publish(2);
    expectEntry(2);

    history("\"since\":" + START);

    expectEntry(1);
    client.expect(CONFIRMED);
    history(position(STREAM, 0, EPOCH));
    client.expect(CONFIRMED);
    publish(3);
    expectEntry(3);
    client.expectQuiet();
  }

  @Test
  void answersEachOfManyRequestsInTheirOrder() {
    publish(1);
    client.follow(PLAIN_ID);
    subscribe(position(STREAM, 1, EPOCH));
    expectStart();
    client.expect(CONFIRMED);

    history(position(STREAM, 9, EPOCH));
    history(position(STREAM, 0, EPOCH));
    history(position(STREAM, 0, "another"));

    client.expect(REJECTED);
    expectEntry(1);
    client.expect(CONFIRMED);
    client.expect(REJECTED);
  }

  @Test
  void isOfTheStreamsOfTheSubscriptionAlone() {
    publish(1);
    node.broadcasting.commit(new Event("durable other", "7"));

    subscribe(position("durable other", 0, EPOCH));

    expectStart();
    client.expect(CONFIRMED);
  }

  @Test
  void isNoAnswerToAQuestionThatAsksForNothing() {
    publish(1);
    subscribe("");
    expectStart();
    history("");
    history("\"since\":0,\"streams\":{}");
    client.send("{\"command\":\"history\",\"identifier\":" + TestClient.quoted(ID) + "}");
    client.expectQuiet();
  }

  @Test
  void isNoAnswerForASubscriptionThatIsNotThere() {
    history("\"since\":" + START);
    client.expectQuiet();
  }

  @Test
  void isToldToClientsOfThePlainProtocolThatAskForIt() {
    TestClient plain = node.connect();
    publish(1);
    plain.subscribe(ID);
    plain.expectMessage(ID, "\"welcome\"");
    plain.expectConfirmation(ID);

    plain.send(
        "{\"command\":\"history\",\"identifier\":"
            + TestClient.quoted(ID)
            + ",\"history\":{\"since\":"
            + START
            + "}}");

    plain.expect(entry(1));
    plain.expect(CONFIRMED);
  }

  @Test
  void isAskedForAgainWithARepeatedSubscribe() {
    publish(1);
    subscribe(position(STREAM, 1, EPOCH));
    expectStart();
    client.expect(CONFIRMED);

    subscribe(position(STREAM, 0, EPOCH));

    client.expectConfirmation(ID);
    expectEntry(1);
    client.expect(CONFIRMED);
  }

  @Test
  void cannotBeToldWhileTheLogIsAwayWhichIsNoRefusal() {
    node.broadcasting.log.away(true);

    subscribe("\"since\":" + START);

    await()
        .until(
            () -> {
              node.time.pass(Duration.ofSeconds(1));
              return client.connection().closed() != null;
            });
    assertThat(client.connection().closed()).startsWith("1013");
    assertThat(client.connection().texts())
        .last()
        .asString()
        .contains("\"unavailable\"", "\"reconnect\":true");
    assertThat(client.connection().texts()).noneMatch(text -> text.contains("reject"));
  }

  @Test
  void startsAfterWhatTheClientWasShown() {
    publish(1, 2);
    String snapshot = "{\"channel\":\"Snapshot\"}";

    client.send(
        "{\"command\":\"subscribe\",\"identifier\":"
            + TestClient.quoted(snapshot)
            + ",\"history\":{\"since\":"
            + START
            + "}}");

    client.expectMessage(snapshot, "\"as of 2\"");
    client.expectConfirmation(snapshot);
    client.expect(
        "{\"identifier\":" + TestClient.quoted(snapshot) + ",\"type\":\"confirm_history\"}");
    client.expect(entry(snapshot, 3));
  }

  /** Something is published after it has read the state, and before it says so. */
  @ChannelName("Snapshot")
  final class Snapshot implements Channel {
    @Override
    public void subscribed(Subscription subscription) {
      var held = subscription.hold(STREAM);
      StreamHead head = node.broadcasting.log.head(STREAM);
      publish(3);
      held.from(head);
      subscription.transmit("as of " + head.offset());
    }
  }

  private TestClient extended() {
    TestClient made = node.connectUnwelcomed(TestSessions.user("1"), TestSessions.EXTENDED);
    assertThat(made.connection().next()).contains("\"welcome\"");
    return made;
  }

  private void publish(int... numbers) {
    for (int number : numbers) {
      node.broadcasting.commit(new Event(STREAM, String.valueOf(number)));
    }
  }

  private void subscribe(String history) {
    client.send(
        "{\"command\":\"subscribe\",\"identifier\":"
            + TestClient.quoted(ID)
            + ",\"history\":{"
            + history
            + "}}");
  }

  private void history(String history) {
    client.send(
        "{\"command\":\"history\",\"identifier\":"
            + TestClient.quoted(ID)
            + ",\"history\":{"
            + history
            + "}}");
  }

  private static String position(String stream, long offset, String epoch) {
    return "\"streams\":{\"%s\":{\"offset\":%d,\"epoch\":\"%s\"}}".formatted(stream, offset, epoch);
  }

  private void expectStart() {
    client.expectMessage(ID, "\"welcome\"");
    client.expectConfirmation(ID);
  }

  private void expectEntry(long number) {
    client.expect(entry(number));
  }

  private static String entry(long number) {
    return entry(ID, number);
  }

  private static String entry(String identifier, long number) {
    return "{\"identifier\":%s,\"message\":%d,\"stream_id\":\"%s\",\"epoch\":\"%s\",\"offset\":%d}"
        .formatted(TestClient.quoted(identifier), number, STREAM, EPOCH, number);
  }

  private static String answer(String type) {
    return "{\"identifier\":" + TestClient.quoted(ID) + ",\"type\":\"" + type + "\"}";
  }
}
