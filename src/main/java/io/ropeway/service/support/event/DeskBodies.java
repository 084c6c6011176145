package io.ropeway.service.support.event;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.body.ConversationBody;
import io.ropeway.service.support.body.MessageBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.file.FileLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the bodies of events need besides what they are about: the last message, labels,
 * attachments. At most three queries a conversation, one a message. Wants a transaction.
 */
@ApplicationScoped
class DeskBodies {

  @Inject SupportMessageRepository messages;
  @Inject FileLinks files;
  @Inject LabelRepository labels;
  @Inject Rosters rosters;

  /** A conversation as the account's users see it. */
  JsonObject conversation(Conversation conversation) {
    Roster roster = rosters.recent(conversation.account().id());
    SupportMessage last = last(conversation);
    return ConversationBody.event(
        conversation,
        last == null ? null : MessageBody.event(last, files(last), roster),
        labels.ofConversation(conversation.id()),
        roster);
  }

  /** A conversation as its contact sees it. */
  JsonObject conversationForContact(Conversation conversation) {
    Roster roster = rosters.recent(conversation.account().id());
    SupportMessage last = last(conversation);
    return ConversationBody.eventForContact(
        conversation,
        last == null ? null : MessageBody.eventForContact(last, files(last), roster),
        roster);
  }

  /** A message as the account's users see it. */
  JsonObject message(SupportMessage message) {
    return MessageBody.event(message, files(message), roster(message));
  }

  /** A message as the contact sees it. */
  JsonObject messageForContact(SupportMessage message) {
    return MessageBody.eventForContact(message, files(message), roster(message));
  }

  private Roster roster(SupportMessage message) {
    return rosters.recent(message.conversation().account().id());
  }

  private @Nullable SupportMessage last(Conversation conversation) {
    long id = conversation.lastPublicMessageId();
    return id == 0 ? null : messages.find(conversation.id(), id).orElse(null);
  }

  private JsonArray files(SupportMessage message) {
    return message.deleted() ? JsonValue.EMPTY_JSON_ARRAY : files.ofMessage(message.id());
  }
}
