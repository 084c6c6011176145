package io.ropeway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoomRegistryTest {

  private final RoomRegistry rooms = new RoomRegistry();
  private final AtomicInteger evicted = new AtomicInteger();
  private final Subscriber ada = subscriber("1");
  private final Subscriber bob = subscriber("2");

  private Subscriber subscriber(String user) {
    return new Subscriber(
        TestSessions.on(new RecordingConnection(), TestSessions.user(user), TestSessions.V1),
        "x",
        evicted::incrementAndGet);
  }

  @Test
  void hasARoomAsLongAsSomebodyFollowsItsStream() {
    assertThat(rooms.find("s")).isNull();

    rooms.follow("s", ada, null);
    rooms.follow("s", bob, null);
    rooms.leave("s", ada);
    assertThat(followers("s")).containsExactly(bob);
    rooms.leave("s", bob);

    assertThat(rooms.find("s")).isNull();
    assertThat(rooms.size()).isZero();
  }

  @Test
  void countsWhoFollowsTwiceOnce() {
    rooms.follow("s", ada, null);
    rooms.follow("s", ada, null);

    assertThat(followers("s")).containsExactly(ada);
  }

  @Test
  void changesHowAStreamIsHeardByFollowingAgain() {
    rooms.follow("s", ada, null);
    rooms.follow("s", ada, payload -> {});
    assertThat(rooms.find("s").followers().audiences()).isEmpty();
    assertThat(rooms.find("s").followers().listeners()).hasSize(1);

    rooms.follow("s", ada, null);

    assertThat(rooms.find("s").followers().listeners()).isEmpty();
    assertThat(rooms.find("s").followers().audiences()).hasSize(1);
  }

  @Test
  void takesNoNoticeOfALeaveFromWhereNobodyIs() {
    rooms.leave("s", ada);
    rooms.follow("s", bob, null);
    rooms.leave("s", ada);

    assertThat(followers("s")).containsExactly(bob);
  }

  @Test
  void leavesNobodyInARoomThatIsGone() {
    rooms.follow("s", ada, null);
    Room old = rooms.find("s");
    rooms.leave("s", ada);
    rooms.follow("s", bob, null);

    assertThat(old.followers().isEmpty()).isTrue();
    assertThat(rooms.find("s")).isNotSameAs(old);
  }

  @Test
  void evictsThoseWhoMatchAndNoOthers() {
    rooms.follow("s", ada, null);
    rooms.follow("s", bob, null);
    rooms.follow("other", ada, null);

    rooms.evict("s", who -> who.id().equals("1"));
    rooms.evict("unknown", who -> true);

    assertThat(evicted).hasValue(1);
    assertThat(followers("s")).containsExactly(bob);
    assertThat(followers("other")).containsExactly(ada);
  }

  @Test
  void losesNobodyUnderConcurrentComingAndGoing() throws Exception {
    int threads = 4;
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger broken = new AtomicInteger();
    Subscriber stays = subscriber("0");
    rooms.follow("s", stays, null);
    Thread reader =
        new Thread(
            () -> {
              while (!stop.get()) {
                if (!followers("s").contains(stays)) {
                  broken.incrementAndGet();
                }
              }
            });
    reader.start();
    List<Subscriber> last = new ArrayList<>();
    List<Thread> joiners = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Subscriber own = subscriber("" + t);
      last.add(own);
      Thread joiner =
          new Thread(
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  rooms.follow("s", own, i % 2 == 0 ? null : payload -> {});
                  rooms.follow("own " + own.hashCode(), own, null);
                  rooms.leave("own " + own.hashCode(), own);
                  rooms.leave("s", own);
                }
                rooms.follow("s", own, null);
              });
      joiners.add(joiner);
      joiner.start();
    }
    for (Thread joiner : joiners) {
      joiner.join(20_000);
    }
    stop.set(true);
    reader.join(20_000);

    assertThat(broken).hasValue(0);
    last.add(stays);
    assertThat(followers("s")).containsExactlyInAnyOrderElementsOf(last);
    assertThat(rooms.size()).isEqualTo(1);
  }

  private List<Subscriber> followers(String stream) {
    List<Subscriber> all = new ArrayList<>();
    rooms.find(stream).followers().forEach(all::add);
    return all;
  }
}
