package io.ropeway.broadcast;

import io.ropeway.config.ReplaySettings;
import io.ropeway.session.ContainerThreads;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for those who deliver, on a few threads of its own, so that no client's turn waits
 * for the database and the database is not asked by thousands at once.
 *
 * <p>A page is read once for all who want it at about the same time.
 */
@ApplicationScoped
public class LogReader {

  /** Entries of a page. */
  static final int PAGE = 100;

  private static final System.Logger LOGGER = System.getLogger(LogReader.class.getName());

  /** How long a page is kept for those who come a little later. */
  private static final Duration KEPT = Duration.ofSeconds(1);

  private record Page(long streamId, String epoch, long after) {}

  @Inject ContainerThreads threads;
  @Inject StreamLog log;
  @Inject ReplaySettings settings;
  @Inject TimerWheel timers;

  private final ConcurrentMap<Page, CompletableFuture<List<CachedEvent>>> pages =
      new ConcurrentHashMap<>();

  Executor readers;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public LogReader() {}

  @PostConstruct
  void start() {
    readers = threads.pool(settings.readers());
  }

  /** How the reader tells what it found; called once, on one of its threads. */
  interface Answer<T> {

    void found(T what);

    /** The database is away, or this node stops. */
    void failed();
  }

  /** Reads the entries after an offset, at most {@link #PAGE}. */
  void page(StreamHead head, long after, Answer<List<CachedEvent>> answer) {
    Page page = new Page(head.id(), head.epoch(), after);
    CompletableFuture<List<CachedEvent>> mine = new CompletableFuture<>();
    CompletableFuture<List<CachedEvent>> others = pages.putIfAbsent(page, mine);
    if (others != null) {
      tell(others, answer);
      return;
    }
    tell(mine, answer);
    supply(() -> log.read(head, after, PAGE).stream().map(CachedEvent::new).toList())
        .whenComplete((events, failure) -> finish(page, mine, events, failure));
  }

  private void finish(
      Page page,
      CompletableFuture<List<CachedEvent>> reading,
      @Nullable List<CachedEvent> events,
      @Nullable Throwable failure) {
    if (events == null || events.size() < PAGE) {
      pages.remove(page, reading); // there will be more to read soon, or the first time
    } else {
      timers.after(KEPT, () -> pages.remove(page, reading));
    }
    if (events == null) {
      reading.completeExceptionally(failure);
    } else {
      reading.complete(events);
    }
  }

  /** Forgets the pages of a stream, whose texts were erased. */
  void forget(long streamId) {
    pages.keySet().removeIf(page -> page.streamId() == streamId);
  }

  /** Does any other reading of the log. */
  <T> void ask(Supplier<T> question, Answer<T> answer) {
    tell(supply(question), answer);
  }

  private <T> CompletableFuture<T> supply(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(question, readers);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static <T> void tell(CompletableFuture<T> reading, Answer<T> answer) {
    reading.whenComplete(
        (found, failure) -> {
          if (failure == null) {
            answer.found(found);
          } else {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            LOGGER.log(System.Logger.Level.DEBUG, "The log cannot be read", cause);
            answer.failed();
          }
        });
  }
}
