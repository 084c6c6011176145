package io.ropeway.persistence.stream;

import static java.util.stream.Collectors.toSet;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.StreamHead;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.config.ReplaySettings;
import io.ropeway.config.StreamSettings;
import io.ropeway.persistence.Database;
import io.ropeway.persistence.DatabaseBreaker;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.NeedsDatabase;
import io.ropeway.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The log in the database, on PostgreSQL or H2.
 *
 * <p>What belongs to the running transaction uses its connection; the rest takes one for a moment,
 * and each of its statements is a transaction of its own.
 */
@ApplicationScoped
@NeedsDatabase
public class DatabaseStreamLog implements StreamLog {

  private static final String RAISE =
      "update stream_head set wipes = wipes + 1, epoch_start = last_offset + 1"
          + " where id = ? and wipes = ?";

  @PersistenceContext EntityManager entities;
  @Inject DatabaseBreaker breaker;
  @Inject Database database;
  @Inject StreamSettings settings;
  @Inject ReplaySettings replay;

  private final StreamIds ids = new StreamIds();
  private final Appending appending = new Appending(ids);
  private volatile @Nullable StreamSql sql;

  @Override
  public List<LogEvent> append(List<Event> events) {
    entities.flush();
    return joined((connection, variant) -> appending.append(connection, variant, events));
  }

  @Override
  public StreamHead head(String stream) {
    return alone((connection, variant) -> find(connection, variant, stream).head());
  }

  @Override
  public void ensure(String stream) {
    if (!ids.isKnown(stream)) {
      ids.remember(stream, head(stream).id());
    }
  }

  @Override
  public StreamHead snapshotHead(String stream) {
    return joined(
        (connection, variant) -> {
          variant.beginSnapshot(connection);
          HeadRow found = find(connection, variant, stream);
          return variant.holdSnapshot(connection, found).head();
        });
  }

  private HeadRow find(Connection connection, StreamSql variant, String stream)
      throws SQLException {
    Set<String> name = Set.of(stream);
    HeadRow found = variant.byName(connection, name).get(stream);
    if (found == null) {
      variant.create(connection, new TreeSet<>(name));
      found = variant.byName(connection, name).get(stream);
    }
    if (found == null) {
      throw new IllegalStateException("The head of " + stream + " cannot be made");
    }
    return found;
  }

  @Override
  public List<StreamHead> heads(Collection<Long> streamIds) {
    if (streamIds.isEmpty()) {
      return List.of();
    }
    return alone(
        (connection, variant) ->
            variant.byId(connection, streamIds).stream().map(HeadRow::head).toList());
  }

  @Override
  public List<LogEvent> read(StreamHead head, long after, int limit) {
    return alone((connection, variant) -> Entries.read(connection, head, after, limit));
  }

  @Override
  public long lastBefore(StreamHead head, Instant time) {
    return alone((connection, variant) -> Entries.lastBefore(connection, head, time));
  }

  @Override
  public Instant now() {
    return database.alone(DatabaseClock::now);
  }

  @Override
  public StreamHead raiseEpoch(StreamHead seen) {
    return alone(
        (connection, variant) -> {
          HeadRow now = find(connection, variant, seen.stream());
          int wipes = now.wipesOf(seen);
          if (wipes >= 0) {
            Sql.update(connection, RAISE, now.id(), wipes);
            now = find(connection, variant, seen.stream());
          }
          return now.head();
        });
  }

  @Override
  public Set<String> redactSubject(String subject, UnaryOperator<String> payload) {
    return joined(
        (connection, variant) ->
            names(connection, variant, new Redaction(connection).subject(subject, payload)));
  }

  @Override
  public Set<String> redactAuthor(String author, BinaryOperator<String> payload) {
    return joined(
        (connection, variant) ->
            names(connection, variant, new Redaction(connection).author(author, payload)));
  }

  @Override
  public boolean isInDoubt() {
    return breaker.isOpen();
  }

  @Override
  public int trim() {
    Duration window = replay.window();
    Duration keep = settings.keep().compareTo(window) < 0 ? window : settings.keep();
    Instant before = now().minus(keep);
    return alone(
        (connection, variant) -> new Trimming(connection).trim(before, settings.keepEvents()));
  }

  /** Work with the connection of the running transaction. */
  private <T> T joined(Work<T> work) {
    return database.joined(connection -> work.run(connection, sql(connection)));
  }

  private static Set<String> names(Connection connection, StreamSql variant, Set<Long> streams)
      throws SQLException {
    return streams.isEmpty()
        ? Set.of()
        : variant.byId(connection, streams).stream().map(HeadRow::name).collect(toSet());
  }

  /** Work with a connection of its own. */
  private <T> T alone(Work<T> work) {
    return database.alone(connection -> work.run(connection, sql(connection)));
  }

  private StreamSql sql(Connection connection) throws SQLException {
    StreamSql known = sql;
    if (known == null) {
      known = StreamSql.of(connection);
      sql = known;
    }
    return known;
  }

  private interface Work<T> {
    T run(Connection connection, StreamSql variant) throws SQLException;
  }
}
