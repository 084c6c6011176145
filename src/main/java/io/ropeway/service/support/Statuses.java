package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes what state a conversation is in, within the running transaction. The caller holds the
 * conversation's lock.
 */
@ApplicationScoped
class Statuses {

  private static final Set<String> ALL =
      Set.of(Conversation.OPEN, Conversation.RESOLVED, Conversation.PENDING, Conversation.SNOOZED);

  @Inject DeskEvents events;
  @Inject Turns turns;
  @Inject DatabaseClock clock;

  /**
   * Looks at a state that somebody asks for; null asks for none.
   *
   * @throws Refusal INVALID if there is no such state
   */
  static void check(@Nullable String status) {
    if (status != null && !ALL.contains(status)) {
      throw Refusal.invalid("A conversation is open, resolved, pending or snoozed.");
    }
  }

  /** The contact has something to say: what was done or put off is open again, unless muted. */
  void contactSpeaks(Conversation conversation) {
    boolean closed =
        conversation.status().equals(Conversation.RESOLVED)
            || conversation.status().equals(Conversation.SNOOZED);
    if (closed && !conversation.muted() && !conversation.contact().blocked()) {
      change(conversation, Conversation.OPEN, null, null);
      turns.offer(conversation);
    }
  }

  /**
   * Changes the state and says so.
   *
   * @param snoozedUntil when a conversation that is put off comes back; null for the contact's next
   *     message
   * @return false if it is in that state already
   */
  boolean change(
      Conversation conversation,
      String status,
      @Nullable Instant snoozedUntil,
      @Nullable AppUser by) {
    Instant until = status.equals(Conversation.SNOOZED) ? snoozedUntil : null;
    boolean same = conversation.status().equals(status);
    if (same && Objects.equals(conversation.snoozedUntil(), until)) {
      return false;
    }
    conversation.status(status);
    conversation.snoozedUntil(until);
    if (status.equals(Conversation.RESOLVED)) {
      conversation.waitingSince(null);
    }
    conversation.touch(clock.now());
    if (!same) {
      events.conversationStatusChanged(conversation, by);
    }
    events.conversationUpdated(conversation, by);
    return !same;
  }
}
