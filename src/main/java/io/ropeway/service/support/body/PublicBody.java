package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** What contacts get by the public API: nothing that is other people's but what they said. */
public final class PublicBody {

  private PublicBody() {}

  /**
   * A conversation.
   *
   * @param messages the bodies of messages that it is shown with
   */
  public static JsonObject conversation(Conversation conversation, JsonArray messages) {
    Contact contact = conversation.contact();
    JsonObject self =
        new Body()
            .with("id", contact.id())
            .with("name", contact.name())
            .with("email", contact.email())
            .with("phone_number", contact.phoneNumber())
            .build();
    return new Body()
        .with("id", conversation.displayId())
        .with("uuid", conversation.uuid())
        .with("inbox_id", conversation.inbox().id())
        .with("status", conversation.status())
        .with("contact_last_seen_at", Times.seconds(conversation.contactLastSeenAt()))
        .with("agent_last_seen_at", Times.seconds(conversation.agentLastSeenAt()))
        .with("messages", messages)
        .with("contact", self)
        .build();
  }

  /**
   * A message.
   *
   * @param files the bodies of its attachments
   */
  public static JsonObject message(SupportMessage message, JsonArray files, Roster roster) {
    AppUser user = message.senderUser();
    Contact contact = message.senderContact();
    JsonObject said = contact == null ? null : PersonBody.contactForContact(contact);
    return new Body()
        .with("id", message.id())
        .with("content", message.content())
        .with("message_type", message.messageType())
        .with("content_type", message.contentType())
        .withObject("content_attributes", message.contentAttributes())
        .with("created_at", Times.seconds(message.createdAt()))
        .with("conversation_id", message.conversation().displayId())
        .withIf("attachments", files.isEmpty() ? null : files)
        .withIf("sender", user == null ? said : PersonBody.userForContact(user, roster))
        .build();
  }
}
