package io.ropeway.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.ThisNode;
import io.ropeway.container.HeardEvents;
import io.ropeway.container.TestThreads;
import io.ropeway.persistence.cluster.LeaseRow;
import io.ropeway.persistence.cluster.LeaseRows;
import io.ropeway.room.PresenceChange;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.room.TestRooms;
import io.ropeway.service.Refusal;
import io.ropeway.session.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceWriterTest {

  private final PresenceRegistry registry =
      TestRooms.presence(new ManualTime().wheel(), change -> {});
  private final Database database = new Database();
  private final List<PresenceChange> announced = new CopyOnWriteArrayList<>();
  private final PresenceWriter writer = new PresenceWriter();

  @BeforeEach
  void start() {
    writer.threads = new TestThreads();
    writer.registry = registry;
    writer.leases = database;
    writer.rows = new NoOthers();
    writer.node = new ThisNode();
    writer.announcements = new HeardEvents<>(announced::add);
    writer.start();
  }

  @AfterEach
  void stop() {
    writer.stop();
  }

  @Test
  void announcesWhatTheDatabaseFindsToBeNews() {
    registry.enter("room", "ada", "1");
    awaitAnnounced(1);
    registry.enter("room", "ada", "1");
    registry.leave("room", "ada");
    registry.leave("room", "ada");
    awaitAnnounced(2);

    assertThat(announced)
        .containsExactly(
            new PresenceChange("room", "ada", "1", true),
            new PresenceChange("room", "ada", "1", false));
  }

  @Test
  void writesThePresentStateOnceTheDatabaseIsBack() {
    database.away = true;
    registry.enter("room", "ada");
    registry.enter("room", "bob");
    registry.leave("room", "bob");
    Awaitility.await().until(() -> database.refused > 0);
    assertThat(registry.present("room")).containsExactly("ada");

    database.away = false;
    awaitAnnounced(1);

    assertThat(announced).containsExactly(new PresenceChange("room", "ada", null, true));
  }

  @Test
  void whatCannotBeWrittenKeepsNothingElseFromIt() {
    registry.enter("room", "poison");
    registry.enter("room", "ada");

    awaitAnnounced(1);

    assertThat(announced).extracting(PresenceChange::who).containsExactly("ada");
  }

  @Test
  void writesEverythingAgainWhenOthersTookTheNodeForDead() {
    registry.enter("room", "ada");
    awaitAnnounced(1);

    writer.writeAll();
    awaitAnnounced(2);

    assertThat(announced).allMatch(PresenceChange::present);
  }

  private void awaitAnnounced(int count) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20))
        .until(() -> announced.size() >= count);
  }

  /** Takes everything for news, but for what is poison. */
  private static final class Database extends PresenceLeases {
    volatile boolean away;
    volatile int refused;

    @Override
    public List<PresenceChange> write(long incarnation, List<PresenceChange> wanted) {
      if (away) {
        refused = refused + 1; // only the writer counts
        throw Refusal.unavailable("away", new IllegalStateException());
      }
      if (wanted.stream().anyMatch(one -> one.who().equals("poison"))) {
        throw new IllegalArgumentException("poison");
      }
      return wanted;
    }
  }

  private static final class NoOthers extends LeaseRows {
    @Override
    public List<LeaseRow> elsewhere(String room, long incarnation) {
      return List.of();
    }
  }
}
