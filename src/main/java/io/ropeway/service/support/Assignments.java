package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationParticipant;
import io.ropeway.persistence.support.InvolvementRepository;
import io.ropeway.persistence.support.Team;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Changes who has a conversation, within the running transaction. The caller holds the
 * conversation's lock.
 */
@ApplicationScoped
class Assignments {

  @Inject InvolvementRepository involvement;
  @Inject MessageStore store;
  @Inject Notifying notifying;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /**
   * Gives it to somebody, or to nobody.
   *
   * @param by who does it; null for the server
   */
  void assign(Conversation conversation, @Nullable AppUser to, @Nullable AppUser by) {
    if (sameUser(conversation.assignee(), to)) {
      return;
    }
    conversation.assignee(to);
    conversation.assigneeLastSeenAt(null);
    conversation.touch(clock.now());
    if (to != null) {
      join(conversation, to);
    }
    events.assigneeChanged(conversation, by);
    events.conversationUpdated(conversation, by);
    store.activity(conversation, text(to, by), by);
    if (to != null) {
      notifying.assigned(conversation, to, by);
    }
  }

  /** Gives it to a team, or to none, which says nothing of who has it. */
  void team(Conversation conversation, @Nullable Team to, @Nullable AppUser by) {
    Team before = conversation.team();
    conversation.team(to);
    conversation.touch(clock.now());
    events.teamChanged(conversation, before, by);
    events.conversationUpdated(conversation, by);
    String text =
        to != null
            ? "Given to team " + to.name() + by(by)
            : "Taken from team " + (before == null ? "" : before.name()) + by(by);
    store.activity(conversation, text, by);
  }

  /** Makes somebody a participant, unless they are one. */
  void join(Conversation conversation, AppUser user) {
    if (involvement.participant(conversation.id(), user.id()).isEmpty()) {
      involvement.add(new ConversationParticipant(conversation, user, clock.now()));
    }
  }

  private static boolean sameUser(@Nullable AppUser one, @Nullable AppUser other) {
    return one == null ? other == null : other != null && one.id() == other.id();
  }

  private static String text(@Nullable AppUser to, @Nullable AppUser by) {
    if (to == null) {
      return "Unassigned" + by(by);
    }
    return by != null && by.id() == to.id()
        ? by.name() + " took this conversation"
        : "Assigned to " + to.name() + by(by);
  }

  /** The end of a sentence. */
  static String by(@Nullable AppUser user) {
    return user == null ? "" : " by " + user.name();
  }
}
