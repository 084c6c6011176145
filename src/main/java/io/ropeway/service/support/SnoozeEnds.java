package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings back conversations that were put off until now, each in a transaction of its own. */
@ApplicationScoped
public class SnoozeEnds {

  private static final int AT_ONCE = 100;

  @Inject DeskTransactions transactions;
  @Inject ConversationRepository conversations;
  @Inject Statuses statuses;
  @Inject Turns turns;
  @Inject DatabaseClock clock;

  /** Opens those whose time has come; how many. What another node has opened is passed over. */
  public int open() {
    List<Long> due = transactions.read(() -> conversations.snoozedUntil(clock.now(), AT_ONCE));
    int opened = 0;
    for (long id : due) {
      opened += transactions.write(() -> open(id)) ? 1 : 0;
    }
    return opened;
  }

  private boolean open(long id) {
    Optional<Conversation> conversation = conversations.lock(id).filter(this::isDue);
    conversation.ifPresent(
        found -> {
          statuses.change(found, Conversation.OPEN, null, null);
          turns.offer(found);
        });
    return conversation.isPresent();
  }

  private boolean isDue(Conversation conversation) {
    Instant until = conversation.snoozedUntil();
    return conversation.status().equals(Conversation.SNOOZED)
        && until != null
        && !until.isAfter(clock.now());
  }
}
