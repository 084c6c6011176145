package io.ropeway.persistence.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.StreamHead;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.broadcast.StreamLogContract;
import io.ropeway.persistence.DatabaseFailure;
import io.ropeway.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a log in a database keeps besides. */
abstract class DatabaseStreamLogContract extends StreamLogContract {

  static TestDatabaseLog open(TestDatabase.Product product) {
    return new TestDatabaseLog(
        TestDatabase.open(product),
        "ropeway.streams.keep",
        KEEP.toString(),
        "ropeway.streams.keep-events",
        "" + KEEP_EVENTS);
  }

  abstract TestDatabaseLog testLog();

  /** Has statements of this connection wait for locks no longer than so many milliseconds. */
  abstract String lockTimeout(int millis);

  @Override
  protected StreamLog log() {
    return testLog().log;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return testLog().database.inTransaction(work);
  }

  @Override
  protected void pass(Duration time) {
    testLog()
        .execute(
            "update stream_event set stored_at = stored_at - cast(? as integer) * interval '1' minute",
            (int) time.toMinutes());
  }

  @Override
  protected void goBack(String stream, long offset) {
    long id = log().head(stream).id();
    testLog()
        .execute("delete from stream_event where stream_id = ? and event_offset > ?", id, offset);
    testLog().execute("update stream_head set last_offset = ? where id = ?", offset, id);
  }

  @Override
  protected void lose(String stream, long offset) {
    long id = log().head(stream).id();
    testLog()
        .execute("delete from stream_event where stream_id = ? and event_offset = ?", id, offset);
  }

  private List<LogEvent> append(String stream, String... payloads) {
    List<Event> events =
        IntStream.range(0, payloads.length).mapToObj(i -> new Event(stream, payloads[i])).toList();
    return inTransaction(() -> log().append(events));
  }

  @Test
  void findsStreamsAgainThatARestoredBackupHasGivenOtherNumbers() {
    append("renumbered-1", "x");
    append("renumbered-2", "x");
    append("renumbered-1", "y");
    append("renumbered-2", "y");
    long first = log().head("renumbered-1").id();
    long second = log().head("renumbered-2").id();
    rename(first, "aside");
    rename(second, "renumbered-1");
    rename(first, "renumbered-2");
    assertThat(append("renumbered-1", "z").get(0).streamId()).isEqualTo(second);
    rename(first, "gone-1");
    rename(second, "gone-2");
    List<LogEvent> stored =
        inTransaction(
            () ->
                log()
                    .append(
                        List.of(new Event(List.of("renumbered-1", "renumbered-2"), "both", "1"))));
    assertThat(stored).extracting(LogEvent::offset).containsExactly(1L, 1L);
    assertThat(stored).extracting(LogEvent::streamId).doesNotContain(first, second);
  }

  private void rename(long id, String name) {
    testLog().execute("update stream_head set name = ? where id = ?", name, id);
  }

  @Test
  void finishesATrimThatWasCutShort() {
    append("cut", "1", "2");
    long id = log().head("cut").id();
    testLog().execute("update stream_head set floor_offset = 2 where id = ?", id);
    assertThat(log().trim()).isGreaterThanOrEqualTo(1);
    assertThat(log().head("cut").floor()).isEqualTo(2);
    assertThat(log().read(log().head("cut"), 1, 10)).hasSize(1);
    assertThat(log().trim()).isZero();
  }

  @Test
  void trimsMoreThanOneBatch() {
    for (int i = 0; i < 5; i++) {
      append("long", IntStream.range(0, 500).mapToObj(n -> "x").toArray(String[]::new));
    }
    pass(KEEP.plusMinutes(1));
    assertThat(log().trim()).isGreaterThanOrEqualTo(2_497);
    StreamHead head = log().head("long");
    assertThat(head.floor()).isEqualTo(2_498);
    assertThat(log().read(head, head.floor() - 1, 10)).hasSize(3);
  }

  @Test
  void saysThatTheDatabaseIsBusyWhenAHeadStaysLocked() {
    append("busy", "1");
    CompletableFuture<Void> held = new CompletableFuture<>();
    CompletableFuture<Void> holding = new CompletableFuture<>();
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(
            () ->
                inTransaction(
                    () -> {
                      log().append(List.of(new Event("busy", "2")));
                      holding.complete(null);
                      held.join();
                      return 0;
                    }));
    holding.join();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      testLog().log.entities.createNativeQuery(lockTimeout(200)).executeUpdate();
                      return log().append(List.of(new Event("busy", "3")));
                    }))
        .satisfies(
            failure -> assertThat(DatabaseFailure.of(failure)).isEqualTo(DatabaseFailure.AWAY));
    held.complete(null);
    holder.join();
    assertThat(log().head("busy").offset()).isEqualTo(2);
    assertThat(append("busy", "3").get(0).offset()).isEqualTo(3);
  }

  @Test
  void bindsASnapshotsHeadToWhatIsReadAfterwards() {
    append("snapshot", "1");
    CompletableFuture<Void> writer =
        inTransaction(
            () -> {
              StreamHead head = log().snapshotHead("snapshot");
              CompletableFuture<Void> appending =
                  CompletableFuture.runAsync(() -> append("snapshot", "2"));
              awaitUnless(blocksWriters(), appending);
              Object stored =
                  testLog()
                      .log
                      .entities
                      .createNativeQuery(
                          "select count(*) from stream_event where stream_id = ?1", Long.class)
                      .setParameter(1, head.id())
                      .getSingleResult();
              assertThat(stored).isEqualTo(head.offset());
              return appending;
            });
    writer.join();
    assertThat(log().head("snapshot").offset()).isEqualTo(2);
  }

  /** Whether a snapshot keeps others from writing meanwhile. */
  abstract boolean blocksWriters();

  private static void awaitUnless(boolean blocked, CompletableFuture<Void> appending) {
    if (!blocked) {
      appending.join();
    }
  }
}
