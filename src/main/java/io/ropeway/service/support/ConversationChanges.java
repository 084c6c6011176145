package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What agents change of a conversation's state. Each call is a transaction. */
@ApplicationScoped
public class ConversationChanges {

  private static final Set<String> PRIORITIES = Set.of("low", "medium", "high", "urgent");
  private static final int ATTRIBUTES = 60_000;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject Statuses statuses;
  @Inject Assignments assignments;
  @Inject Turns turns;
  @Inject MessageStore store;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /**
   * Changes the state. An agent who opens a conversation gets it.
   *
   * @param status null turns what is open into resolved, and everything else into open
   * @param snoozedUntil when a conversation that is put off comes back; null for the contact's next
   *     message
   * @throws Refusal NOT_FOUND, INVALID
   */
  public StatusChange status(
      Identity who,
      long accountId,
      long displayId,
      @Nullable String status,
      @Nullable Instant snoozedUntil) {
    Statuses.check(status);
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          String wanted = status == null ? other(conversation.status()) : status;
          change(conversation, wanted, snoozedUntil, agent);
          return new StatusChange(displayId, conversation.status(), conversation.snoozedUntil());
        });
  }

  private static String other(String status) {
    return status.equals(Conversation.OPEN) ? Conversation.RESOLVED : Conversation.OPEN;
  }

  /** The caller holds the conversation's lock. */
  void change(Conversation conversation, String status, @Nullable Instant until, Agent agent) {
    AppUser user = agent.user();
    if (!statuses.change(conversation, status, until, user)) {
      return;
    }
    store.activity(conversation, "Marked as " + status + Assignments.by(user), user);
    if (status.equals(Conversation.OPEN)) {
      if (!agent.isAdministrator()) {
        assignments.assign(conversation, user, user);
      } else {
        turns.offer(conversation);
      }
    }
  }

  /** Sets how urgent it is; null for no such thing. */
  public void priority(Identity who, long accountId, long displayId, @Nullable String priority) {
    if (priority != null && !PRIORITIES.contains(priority)) {
      throw Refusal.invalid("A priority is low, medium, high or urgent.");
    }
    transactions.change(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          if (!Objects.equals(conversation.priority(), priority)) {
            conversation.priority(priority);
            conversation.touch(clock.now());
            events.conversationUpdated(conversation, agent.user());
            store.activity(
                conversation,
                "Priority "
                    + (priority == null ? "removed" : "set to " + priority)
                    + Assignments.by(agent.user()),
                agent.user());
          }
        });
  }

  /** Ends it, and keeps it from opening again by what the contact says; or no longer does. */
  public void mute(Identity who, long accountId, long displayId, boolean muted) {
    transactions.change(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          if (conversation.muted() == muted) {
            return;
          }
          conversation.muted(muted);
          conversation.touch(clock.now());
          if (muted) {
            statuses.change(conversation, Conversation.RESOLVED, null, agent.user());
          }
          store.activity(
              conversation,
              (muted ? "Muted" : "Unmuted") + Assignments.by(agent.user()),
              agent.user());
        });
  }

  /**
   * Replaces the custom attributes.
   *
   * @param attributes a JSON object as text
   */
  public void customAttributes(Identity who, long accountId, long displayId, String attributes) {
    if (attributes.length() > ATTRIBUTES) {
      throw Refusal.invalid("These are too many attributes.");
    }
    transactions.change(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          conversation.customAttributes(attributes);
          conversation.touch(clock.now());
          events.conversationUpdated(conversation, agent.user());
        });
  }
}
