package io.ropeway.broadcast;

import io.ropeway.broadcast.LogEvent.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A log in memory that keeps the rules of the real one, and whose faults tests can choose. An
 * append outside {@link #inTransaction} is a transaction of its own.
 */
public final class TestStreamLog implements StreamLog {

  /** What a call meets while the log is away. */
  public static final class Away extends RuntimeException {
    Away() {
      super("The database is away");
    }
  }

  /** How many pages were read, empty ones included. */
  public final AtomicInteger reads = new AtomicInteger();

  /** How many times heads were asked for, one or many at once. */
  public final AtomicInteger headQueries = new AtomicInteger();

  private final Map<String, Stream> streams = new HashMap<>();
  private final Map<Long, Stream> byId = new HashMap<>();
  private final ThreadLocal<Transaction> running = new ThreadLocal<>();
  private final Duration keep;
  private final int keepEvents;
  private String store = "store1";
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private volatile boolean away;

  /** A log that trims nothing younger than an hour. */
  public TestStreamLog() {
    this(Duration.ofHours(1), 0);
  }

  /** A log that keeps what is younger than this, and this many entries of each stream. */
  public TestStreamLog(Duration keep, int keepEvents) {
    this.keep = keep;
    this.keepEvents = keepEvents;
  }

  // What tests do to it.

  /** While it is away every call throws {@link Away}. */
  public void away(boolean isAway) {
    away = isAway;
  }

  /** Lets the log's own time pass. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** Trims everything below an offset away. */
  public synchronized void trimBelow(String stream, long floor) {
    Stream trimmed = stream(stream);
    trimmed.floor = floor;
    trimmed.rows.headMap(floor).clear();
  }

  /** Removes rows as a trim does that has not moved the floor; a fault, no more. */
  public synchronized void lose(String stream, long offset) {
    stream(stream).rows.remove(offset);
  }

  /** Makes it forget everything after an offset, as a restored backup does. */
  public synchronized void goBack(String stream, long offset) {
    Stream back = stream(stream);
    back.offset = offset;
    back.rows.tailMap(offset, false).clear();
  }

  /** Does what an operator does after restoring a backup: every stream has a new epoch. */
  public synchronized void restored() {
    store = store + "+";
    streams.values().forEach(stream -> stream.epochStart = stream.offset + 1);
  }

  /** Appends one entry of this payload, and returns it. */
  public LogEvent append(String stream, String payload) {
    return append(List.of(new Event(stream, payload))).get(0);
  }

  /** Runs work in a transaction of this thread, rolled back by any exception. */
  public <T> T inTransaction(Supplier<T> work) {
    Transaction transaction = new Transaction();
    running.set(transaction);
    try {
      T result = work.get();
      synchronized (this) {
        transaction.changes.forEach(Runnable::run);
      }
      return result;
    } finally {
      running.remove();
      transaction.locked.forEach(stream -> stream.lock.unlock());
    }
  }

  // What it does.

  @Override
  public List<LogEvent> append(List<Event> events) {
    check();
    Transaction transaction = running.get();
    return transaction == null
        ? inTransaction(() -> append(events, running.get()))
        : append(events, transaction);
  }

  private List<LogEvent> append(List<Event> events, Transaction transaction) {
    TreeMap<Long, Stream> needed = new TreeMap<>();
    synchronized (this) {
      for (String name :
          new TreeSet<>(events.stream().flatMap(e -> e.audience().stream()).toList())) {
        needed.put(stream(name).id, stream(name));
      }
    }
    for (Stream stream : needed.values()) {
      stream.lock.lock();
      transaction.locked.add(stream);
    }
    synchronized (this) {
      Map<String, Long> next = new HashMap<>();
      needed.values().forEach(stream -> next.put(stream.name, stream.offset));
      List<LogEvent> stored = new ArrayList<>();
      for (Event event : events) {
        List<Place> places =
            event.audience().stream()
                .map(name -> new Place(stream(name).id, next.merge(name, 1L, Long::sum)))
                .toList();
        for (Place place : places) {
          Row row = new Row(entry(event, place, places), event.author(), now);
          stored.add(row.event);
          transaction.changes.add(() -> byId.get(place.streamId()).add(row));
        }
      }
      return stored;
    }
  }

  private LogEvent entry(Event event, Place place, List<Place> places) {
    Stream stream = byId.get(place.streamId());
    return new LogEvent(
        stream.name,
        stream.id,
        epoch(stream),
        place.offset(),
        event.kind(),
        event.name(),
        event.payload(),
        event.exclusion(),
        places,
        event.subject());
  }

  @Override
  public StreamHead head(String stream) {
    check();
    headQueries.incrementAndGet();
    synchronized (this) {
      return head(stream(stream));
    }
  }

  @Override
  public void ensure(String stream) {
    check();
    synchronized (this) {
      stream(stream);
    }
  }

  @Override
  public StreamHead snapshotHead(String stream) {
    return head(stream);
  }

  @Override
  public List<StreamHead> heads(Collection<Long> streamIds) {
    check();
    headQueries.incrementAndGet();
    synchronized (this) {
      return streamIds.stream()
          .distinct()
          .filter(byId::containsKey)
          .map(id -> head(byId.get(id)))
          .toList();
    }
  }

  @Override
  public List<LogEvent> read(StreamHead head, long after, int limit) {
    check();
    reads.incrementAndGet();
    synchronized (this) {
      List<LogEvent> found = new ArrayList<>();
      Stream stream = byId.get(head.id());
      for (long offset = after + 1; found.size() < limit; offset++) {
        Row row = stream == null ? null : stream.rows.get(offset);
        if (row == null) {
          break;
        }
        found.add(row.inEpoch(head.epoch()));
      }
      return found;
    }
  }

  @Override
  public synchronized long lastBefore(StreamHead head, Instant time) {
    check();
    long last = head.floor() - 1;
    for (Row row : byId.get(head.id()).rows.values()) {
      if (row.at.isBefore(time)) {
        last = Math.max(last, row.event.offset());
      }
    }
    return last;
  }

  @Override
  public synchronized Instant now() {
    check();
    return now;
  }

  @Override
  public synchronized StreamHead raiseEpoch(StreamHead seen) {
    check();
    Stream stream = stream(seen.stream());
    if (epoch(stream).equals(seen.epoch())) {
      stream.wipes++;
      stream.epochStart = stream.offset + 1;
    }
    return head(stream);
  }

  @Override
  public Set<String> redactSubject(String subject, UnaryOperator<String> payload) {
    return redact(
        row -> subject.equals(row.event.subject()),
        row -> row.withPayload(payload.apply(row.event.name())));
  }

  @Override
  public Set<String> redactAuthor(String author, BinaryOperator<String> payload) {
    return redact(
        row -> author.equals(row.author),
        row -> row.withPayload(payload.apply(row.event.name(), row.event.payload())));
  }

  private Set<String> redact(Predicate<Row> which, UnaryOperator<Row> redacted) {
    Set<String> found = new TreeSet<>();
    synchronized (this) {
      for (Stream stream : streams.values()) {
        if (stream.rows.values().stream().anyMatch(which)) {
          found.add(stream.name);
        }
      }
    }
    change(
        () ->
            streams
                .values()
                .forEach(
                    stream ->
                        stream.rows.replaceAll(
                            (offset, row) -> which.test(row) ? redacted.apply(row) : row)));
    return found;
  }

  private void change(Runnable change) {
    check();
    Transaction transaction = running.get();
    if (transaction != null) {
      transaction.changes.add(change);
    } else {
      synchronized (this) {
        change.run();
      }
    }
  }

  @Override
  public synchronized int trim() {
    check();
    int removed = 0;
    for (Stream stream : streams.values()) {
      while (!stream.rows.isEmpty()
          && stream.rows.firstKey() <= stream.offset - keepEvents
          && stream.rows.firstEntry().getValue().at.isBefore(now.minus(keep))) {
        stream.floor = stream.rows.pollFirstEntry().getKey() + 1;
        removed++;
      }
    }
    return removed;
  }

  private void check() {
    if (away) {
      throw new Away();
    }
  }

  private Stream stream(String name) {
    return streams.computeIfAbsent(
        name,
        missing -> {
          Stream made = new Stream(byId.size() + 1, missing);
          byId.put(made.id, made);
          return made;
        });
  }

  private StreamHead head(Stream stream) {
    return new StreamHead(
        stream.id, stream.name, epoch(stream), stream.offset, stream.floor, stream.epochStart);
  }

  private String epoch(Stream stream) {
    return store + "." + stream.wipes;
  }

  /** The log of one stream. */
  private static final class Stream {
    final long id;
    final String name;
    final ReentrantLock lock = new ReentrantLock();
    final TreeMap<Long, Row> rows = new TreeMap<>();
    long offset;
    long floor = 1;
    long epochStart = 1;
    int wipes;

    Stream(long id, String name) {
      this.id = id;
      this.name = name;
    }

    void add(Row row) {
      offset = row.event.offset();
      rows.put(offset, row);
    }
  }

  private record Row(LogEvent event, String author, Instant at) {

    Row withPayload(String payload) {
      return new Row(copy(event.epoch(), payload), author, at);
    }

    LogEvent inEpoch(String epoch) {
      return copy(epoch, event.payload());
    }

    private LogEvent copy(String epoch, String payload) {
      return new LogEvent(
          event.stream(),
          event.streamId(),
          epoch,
          event.offset(),
          event.kind(),
          event.name(),
          payload,
          event.exclusion(),
          event.audience(),
          event.subject());
    }
  }

  /** What one thread has locked and will change. */
  private static final class Transaction {
    final List<Stream> locked = new ArrayList<>();
    final List<Runnable> changes = new ArrayList<>();
  }
}
