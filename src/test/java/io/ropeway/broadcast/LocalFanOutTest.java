package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Connection;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalFanOutTest {

  private static final String DATA = "{\"identifier\":\"x\",\"message\":1}";

  private final TestBroadcasting node = new TestBroadcasting();

  @Test
  void deliversToEveryFollowerOfTheStreamAndToNoOther() {
    RecordingConnection ada = follower("s", "x");
    RecordingConnection bob = follower("s", "x");
    RecordingConnection cyd = follower("other", "x");

    deliver("s", "1");

    assertThat(ada.texts()).containsExactly(DATA);
    assertThat(bob.texts()).containsExactly(DATA);
    assertThat(cyd.texts()).isEmpty();
  }

  @Test
  void deliversToNobodyWhereNobodyFollows() {
    deliver("s", "1");

    assertThat(node.rooms.size()).isZero();
  }

  @Test
  void encodesOnceForAllWithOneCodecAndOneIdentifier() {
    CountingCodec codec = new CountingCodec();
    List<EncodedFrame> frames = new ArrayList<>();
    Connection keeper =
        new Connection() {
          @Override
          public boolean send(EncodedFrame frame) {
            frames.add(frame);
            return true;
          }

          @Override
          public void probe(int number) {}

          @Override
          public void close(int code, String reason) {}

          @Override
          public void terminate() {}
        };
    for (int i = 0; i < 10; i++) {
      follow("s", i < 5 ? "x" : "y", TestSessions.on(keeper, TestSessions.user("1"), codec));
    }

    deliver("s", "1");

    assertThat(codec.encoded).hasValue(2);
    assertThat(frames).hasSize(10);
    assertThat(frames.subList(0, 5)).allMatch(frame -> frame == frames.get(0));
  }

  @Test
  void leavesOutTheExcludedSession() {
    RecordingConnection connection = new RecordingConnection();
    ClientSession self = TestSessions.on(connection);
    follow("s", "x", self);
    RecordingConnection other = follower("s", "x");
    List<String> heard = new ArrayList<>();
    node.rooms.follow("s", new Subscriber(self, "callback", () -> {}), heard::add);

    node.fanOut.deliver(new Event("s", "1").excluding(self.id()));

    assertThat(connection.texts()).isEmpty();
    assertThat(heard).isEmpty();
    assertThat(other.texts()).containsExactly(DATA);
  }

  @Test
  void givesListenersThePayloadAsItIs() {
    List<String> heard = new ArrayList<>();
    node.rooms.follow(
        "s", new Subscriber(TestSessions.on(new RecordingConnection()), "x", () -> {}), heard::add);

    deliver("s", "\"{\\\"a\\\":1}\"");

    assertThat(heard).containsExactly("\"{\\\"a\\\":1}\"");
  }

  @Test
  void letsOneBadSubscriberHarmNobody() {
    RecordingConnection broken = follower("s", "x");
    broken.close(1000, ""); // sends throw from now on
    node.rooms.follow(
        "s",
        new Subscriber(TestSessions.on(new RecordingConnection()), "y", () -> {}),
        payload -> {
          throw new IllegalStateException("as asked");
        });
    RecordingConnection good = follower("s", "x");
    List<String> heard = new ArrayList<>();
    node.rooms.follow(
        "s", new Subscriber(TestSessions.on(new RecordingConnection()), "z", () -> {}), heard::add);

    deliver("s", "1");
    deliver("s", "2");

    assertThat(good.texts()).hasSize(2);
    assertThat(heard).containsExactly("1", "2");
  }

  @Test
  void letsAClientThatDoesNotReadHarmNobody() {
    RecordingConnection slow = follower("s", "x");
    slow.holdBack();
    RecordingConnection good = follower("s", "x");
    for (int i = 0; i < 10_000; i++) {
      deliver("s", "1");
    }

    assertThat(good.texts()).hasSize(10_000);
    assertThat(slow.texts()).hasSize(1);
  }

  @Test
  void deliversWhatACallbackPublishesOnTheSameStreamAfterwards() {
    RecordingConnection ada = follower("s", "x");
    node.rooms.follow(
        "s",
        new Subscriber(TestSessions.on(new RecordingConnection()), "y", () -> {}),
        payload -> {
          if (payload.equals("1")) {
            deliver("s", "2");
          }
        });

    deliver("s", "1");

    assertThat(ada.texts()).containsExactly(DATA, "{\"identifier\":\"x\",\"message\":2}");
  }

  @Test
  void givesAllFollowersOneOrderUnderConcurrentPublishers() throws Exception {
    int publishers = 4;
    int events = 2_000;
    List<RecordingConnection> followers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      followers.add(follower("s", i % 2 == 0 ? "x" : "x "));
    }
    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < publishers; p++) {
      int publisher = p;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < events; i++) {
                  deliver("s", "\"" + publisher + ":" + i + "\"");
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join(20_000);
    }

    List<String> order = payloads(followers.get(0));
    assertThat(order).hasSize(publishers * events);
    for (RecordingConnection follower : followers) {
      assertThat(payloads(follower)).isEqualTo(order);
    }
    for (int p = 0; p < publishers; p++) {
      String prefix = "\"" + p + ":";
      List<String> own = order.stream().filter(text -> text.startsWith(prefix)).toList();
      for (int i = 0; i < events; i++) {
        assertThat(own.get(i)).isEqualTo(prefix + i + "\"");
      }
    }
  }

  private static List<String> payloads(RecordingConnection follower) {
    return follower.texts().stream()
        .map(text -> text.substring(text.indexOf("\"message\":") + 10, text.length() - 1))
        .toList();
  }

  private RecordingConnection follower(String stream, String identifier) {
    RecordingConnection connection = new RecordingConnection();
    follow(stream, identifier, TestSessions.on(connection));
    return connection;
  }

  private void follow(String stream, String identifier, ClientSession session) {
    node.rooms.follow(stream, new Subscriber(session, identifier, () -> {}), null);
  }

  private void deliver(String stream, String payload) {
    node.fanOut.deliver(new Event(stream, payload));
  }

  private static final class CountingCodec implements ProtocolCodec {

    private final AtomicInteger encoded = new AtomicInteger();

    @Override
    public String subprotocol() {
      return "counting";
    }

    @Override
    public ClientCommand decode(String text) throws MalformedFrameException {
      throw new MalformedFrameException("nothing is read");
    }

    @Override
    public EncodedFrame encode(ServerMessage message) {
      encoded.incrementAndGet();
      return TestSessions.V1.encode(message);
    }
  }
}
