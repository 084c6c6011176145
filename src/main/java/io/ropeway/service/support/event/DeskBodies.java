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
 * attachments. Three queries a conversation, one a message, for both sides together; and a roster
 * that is read once a second. Wants a transaction.
 */
@ApplicationScoped
class DeskBodies {

  @Inject SupportMessageRepository messages;
  @Inject FileLinks files;
  @Inject LabelRepository labels;
  @Inject Rosters rosters;

  /**
   * One thing as each side sees it.
   *
   * @param staff for the account's users
   * @param contact for the contact
   */
  record Sides(JsonObject staff, JsonObject contact) {}

  /** A conversation as the account's users see it. */
  JsonObject conversation(Conversation conversation) {
    SupportMessage last = last(conversation);
    return staff(conversation, last, last == null ? JsonValue.EMPTY_JSON_ARRAY : files(last));
  }

  /** A conversation as each side sees it. */
  Sides sides(Conversation conversation) {
    SupportMessage last = last(conversation);
    JsonArray attached = last == null ? JsonValue.EMPTY_JSON_ARRAY : files(last);
    Roster roster = rosters.recent(conversation.account().id());
    JsonObject contact =
        ConversationBody.eventForContact(
            conversation,
            last == null ? null : MessageBody.eventForContact(last, attached, roster),
            roster);
    return new Sides(staff(conversation, last, attached), contact);
  }

  private JsonObject staff(
      Conversation conversation, @Nullable SupportMessage last, JsonArray attached) {
    Roster roster = rosters.recent(conversation.account().id());
    return ConversationBody.event(
        conversation,
        last == null ? null : MessageBody.event(last, attached, roster),
        labels.ofConversation(conversation.id()),
        roster);
  }

  /** A message as the account's users see it. */
  JsonObject message(SupportMessage message) {
    return MessageBody.event(message, files(message), roster(message));
  }

  /** A message as each side sees it. */
  Sides sides(SupportMessage message) {
    JsonArray attached = files(message);
    return new Sides(
        MessageBody.event(message, attached, roster(message)),
        MessageBody.eventForContact(message, attached, roster(message)));
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
