package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;

/** How far agents have read. Each call is a transaction. */
@ApplicationScoped
public class ConversationReading {

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject DeskViews views;
  @Inject SupportMessageRepository messages;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** The agent has seen everything; answers with the conversation. */
  public JsonObject seen(Identity who, long accountId, long displayId) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          Instant now = clock.now();
          conversation.unreadCount(0);
          mark(conversation, now, agent.user());
          return views.conversation(conversation);
        });
  }

  /** What the contact said last is to be read again; answers with the conversation. */
  public JsonObject unread(Identity who, long accountId, long displayId) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          messages
              .lastIncoming(conversation.id())
              .ifPresent(
                  last -> {
                    Instant before = last.createdAt().minusSeconds(1);
                    conversation.unreadCount(
                        messages.countIncomingAfter(conversation.id(), before));
                    mark(conversation, before, agent.user());
                  });
          return views.conversation(conversation);
        });
  }

  private void mark(Conversation conversation, Instant seen, AppUser agent) {
    conversation.agentLastSeenAt(seen);
    AppUser assignee = conversation.assignee();
    if (assignee != null && assignee.id() == agent.id()) {
      conversation.assigneeLastSeenAt(seen);
    }
    conversation.touch(clock.now());
    events.conversationSeen(conversation, agent);
  }
}
