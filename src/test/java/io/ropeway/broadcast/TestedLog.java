package io.ropeway.broadcast;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A log of durable streams, and what tests do with it. */
public abstract class TestedLog {

  /** How long entries are kept at least by the log under test. */
  protected static final Duration KEEP = Duration.ofHours(1);

  /** How many entries of each stream are kept by the log under test. */
  protected static final int KEEP_EVENTS = 3;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final String a = "a" + NUMBER.incrementAndGet();
  final String b = "b" + NUMBER.get();

  protected abstract StreamLog log();

  /** Runs work in a transaction of this thread, rolled back by any exception. */
  protected abstract <T> T inTransaction(Supplier<T> work);

  /** Makes everything that is stored so much older. */
  protected abstract void pass(Duration time);

  /** Makes a stream's log forget what came after an offset, as a restored backup does. */
  protected abstract void goBack(String stream, long offset);

  /** Removes one entry without moving the floor, which nothing of ours ever does. */
  protected abstract void lose(String stream, long offset);

  /** Does what operators do after restoring a backup. */
  protected abstract void restored();

  final List<LogEvent> append(Event... events) {
    return inTransaction(() -> log().append(List.of(events)));
  }

  static Event event(String stream, String payload) {
    return new Event(List.of(stream), "said", payload);
  }

  final List<String> payloads(String stream, long after) {
    return log().read(log().head(stream), after, 1_000).stream().map(LogEvent::payload).toList();
  }

  final List<Long> offsets(String stream) {
    return log().read(log().head(stream), 0, 1_000).stream().map(LogEvent::offset).toList();
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  final void fill(String stream, int count) {
    append(
        IntStream.rangeClosed(1, count).mapToObj(i -> event(stream, "" + i)).toArray(Event[]::new));
  }

  static <T> T elsewhere(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).orTimeout(20, TimeUnit.SECONDS).join();
  }

  interface Work {
    void run(int thread);
  }

  static void concurrently(int threads, Work work) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<CompletableFuture<Void>> all =
          IntStream.range(0, threads)
              .mapToObj(i -> CompletableFuture.runAsync(() -> work.run(i), executor))
              .toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .orTimeout(60, TimeUnit.SECONDS)
          .join();
    } finally {
      executor.shutdownNow();
    }
  }
}
