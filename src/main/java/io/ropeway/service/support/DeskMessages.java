package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.Change;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What agents say and read in conversations. Each call is a transaction. */
@ApplicationScoped
public class DeskMessages {

  private static final Set<String> STATUSES = Set.of("sent", "delivered", "read", "failed");

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject DeskViews views;
  @Inject Messaging messaging;
  @Inject SupportMessageRepository messages;
  @Inject MessageErasure erasure;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /**
   * Says something. A repeat of the same name and text is answered with the first.
   *
   * @throws Refusal NOT_FOUND, INVALID, TOO_MANY
   */
  public JsonObject post(Identity who, long accountId, long displayId, Draft draft) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          if (draft.incoming() && !conversation.inbox().channelType().equals(Inbox.API)) {
            throw Refusal.invalid("Incoming messages are only allowed in Api inboxes");
          }
          return views.message(
              draft.incoming()
                  ? messaging.fromContact(conversation, draft, agent.user())
                  : messaging.fromAgent(conversation, agent.user(), draft));
        });
  }

  /** Erases a message; it stays as a mark. Once more changes nothing. */
  public JsonObject delete(Identity who, long accountId, long displayId, long messageId) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          SupportMessage message = find(conversation, messageId);
          if (!message.deleted()) {
            erasure.erase(conversation, message, agent.user());
          }
          return views.message(message);
        });
  }

  /**
   * Says what became of a message on its way; only for API inboxes. What was read stays read.
   *
   * @param error why it failed; null for no reason
   */
  public JsonObject status(
      Identity who,
      long accountId,
      long displayId,
      long messageId,
      String status,
      @Nullable String error) {
    if (!STATUSES.contains(status)) {
      throw Refusal.invalid("A message is sent, delivered, read or failed.");
    }
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          if (!conversation.inbox().channelType().equals(Inbox.API)) {
            throw Refusal.forbidden("Message status update is only allowed for API inboxes");
          }
          SupportMessage message = find(conversation, messageId);
          change(conversation, message, status, error, agent);
          return views.message(message);
        });
  }

  private void change(
      Conversation conversation,
      SupportMessage message,
      String status,
      @Nullable String error,
      Agent agent) {
    String before = message.status();
    if (before.equals(status) || before.equals("read") && status.equals("delivered")) {
      return;
    }
    message.status(status);
    message.contentAttributes(JsonTexts.with(message.contentAttributes(), "external_error", error));
    message.touch(clock.now());
    events.messageUpdated(
        conversation, message, Map.of("status", new Change(before, status)), agent.user());
  }

  private SupportMessage find(Conversation conversation, long messageId) {
    return messages.find(conversation.id(), messageId).orElseThrow(DeskAccess::nothing);
  }
}
