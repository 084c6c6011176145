package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.room.Subscriber;
import io.ropeway.session.ManualTime;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one log, with a bus that can be cut. */
class BusInboxTest {

  private final ManualTime time = new ManualTime();
  private final TestStreamLog log = new TestStreamLog();
  private final TestBroadcasting here = new TestBroadcasting(time, log);
  private final TestBroadcasting there = new TestBroadcasting(time, log);
  private final TestBus bus = new TestBus();
  private final RecordingConnection client = new RecordingConnection();

  @BeforeEach
  void connect() {
    BusInbox inbox = there.inbox();
    here.broadcaster.bus = bus.join(message -> {});
    bus.join(inbox::receive);
    there.followControl();
  }

  @Test
  void whatPassesOnOneNodeIsHeardOnTheOther() {
    follow("s");

    here.broadcaster.publish(new Event("s", "\"hello\""));

    assertThat(client.texts()).containsExactly("{\"identifier\":\"x\",\"message\":\"hello\"}");
  }

  @Test
  void whatPassesIsToldToFeaturesToo() {
    Event event = new Event("s", "\"hello\"");

    here.broadcaster.publish(event);

    assertThat(there.toldOthers).containsExactly(new BusMessage.Passing(event));
  }

  @Test
  void whatIsLoggedOnOneNodeIsHeardOnTheOtherAtOnce() {
    follow("durable");

    here.commit(new Event("durable", "1"));

    assertThat(client.texts()).hasSize(1);
  }

  @Test
  void whatTheBusLostIsReadFromTheLogWhenItSaysSo() {
    follow("durable");
    bus.cut(true);
    here.commit(new Event("durable", "1"), new Event("durable", "2"));
    assertThat(client.texts()).isEmpty();

    there.inbox().lost();
    time.pass(Duration.ofMillis(200));

    assertThat(client.texts()).hasSize(2);
  }

  @Test
  void connectionsAreClosedOnAllNodesAlsoWithoutTheBus() {
    there.sessions.add(TestSessions.on(client, TestSessions.user("1"), TestSessions.V1));
    bus.cut(true);

    here.commit(RemoteDisconnect.ofIdentifiers(Map.of("user", "1"), true));
    there.inbox().lost();
    time.pass(Duration.ofMillis(200));

    assertThat(client.closed()).isEqualTo("1000 remote");
  }

  private void follow(String stream) {
    Subscriber subscriber =
        new Subscriber(
            TestSessions.on(client, TestSessions.user("1"), TestSessions.V1), "x", () -> {});
    Follow follow = there.follows.hold(stream, subscriber, null);
    if (follow.isDurable()) {
      follow.startAt(there.follows.head(stream), false);
      follow.goLive();
    }
  }
}
