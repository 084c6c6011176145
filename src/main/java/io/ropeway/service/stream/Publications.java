package io.ropeway.service.stream;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes for code that has no transaction of its own. Events that are logged get one, and are
 * stored when the call returns; others leave at once. May be called from any thread; blocks for the
 * database if anything is logged.
 */
@ApplicationScoped
public class Publications {

  private static final int NAME_CHARACTERS = 500;
  private static final int SESSION_CHARACTERS = 200;

  @Inject Broadcaster broadcaster;
  @Inject StreamWriters writers;
  @Inject PublishingTransaction transaction;

  /**
   * Publishes an event.
   *
   * @throws Refusal UNAVAILABLE if it cannot be stored now, INVALID if it can never be
   */
  public void publish(Event event) {
    publishAll(List.of(event));
  }

  /**
   * Publishes events in their order. If one of them is logged, all of them leave together after the
   * commit, or none of them.
   *
   * @throws Refusal UNAVAILABLE if they cannot be stored now, INVALID if one can never be
   */
  public void publishAll(List<Event> events) {
    if (events.stream().noneMatch(broadcaster::isLogged)) {
      events.forEach(broadcaster::publish);
      return;
    }
    events.forEach(Publications::check);
    writers.admit(
        () -> {
          transaction.publish(events);
          return true;
        });
  }

  private static void check(Event event) {
    event.audience().forEach(stream -> check(stream, NAME_CHARACTERS, "A stream's name"));
    check(event.exclusion().session(), SESSION_CHARACTERS, "A socket's id");
  }

  private static void check(@Nullable String text, int characters, String what) {
    if (text == null) {
      return;
    }
    if (text.length() > characters) {
      throw Refusal.invalid(what + " has at most " + characters + " characters.");
    }
    if (text.codePoints().anyMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF)) {
      throw Refusal.invalid(what + " has a character that is none.");
    }
  }
}
