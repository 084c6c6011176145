package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Messages in events and, with less about the conversation, in REST. */
public final class MessageBody {

  /** Clients show no more than that many unread messages. */
  private static final long MOST_UNREAD = 10;

  private MessageBody() {}

  /**
   * The body of {@code message.created}, and of a conversation's last message.
   *
   * @param files the bodies of its attachments
   */
  public static JsonObject event(SupportMessage message, JsonArray files, Roster roster) {
    Body body =
        new Body()
            .with("id", message.id())
            .with("content", message.content())
            .with("account_id", message.conversation().account().id())
            .with("inbox_id", message.conversation().inbox().id())
            .with("conversation_id", message.conversation().displayId())
            .with("message_type", message.messageType())
            .with("created_at", Times.seconds(message.createdAt()))
            .with("updated_at", Times.iso(message.updatedAt()))
            .with("private", message.isPrivate())
            .with("status", message.status())
            .with("source_id", message.sourceId())
            .with("content_type", message.contentType())
            .withObject("content_attributes", message.contentAttributes())
            .with("sender_type", senderType(message))
            .with("sender_id", senderId(message))
            .with("external_source_ids", JsonValue.EMPTY_JSON_OBJECT)
            .withObject("additional_attributes", message.additionalAttributes())
            .with("processed_message_content", message.content())
            .with("sentiment", JsonValue.EMPTY_JSON_OBJECT)
            .with("conversation", conversation(message.conversation()));
    return finish(body, message, files, sender(message, roster));
  }

  /** The same for the contact: nothing of other people's but what they said. */
  public static JsonObject eventForContact(SupportMessage message, JsonArray files, Roster roster) {
    Conversation conversation = message.conversation();
    Body body =
        new Body()
            .with("id", message.id())
            .with("content", message.content())
            .with("account_id", conversation.account().id())
            .with("inbox_id", conversation.inbox().id())
            .with("conversation_id", conversation.displayId())
            .with("message_type", message.messageType())
            .with("created_at", Times.seconds(message.createdAt()))
            .with("updated_at", Times.iso(message.updatedAt()))
            .with("private", false)
            .with("status", message.status())
            .with("source_id", message.sourceId())
            .with("content_type", message.contentType())
            .withObject("content_attributes", message.contentAttributes())
            .with("sender_type", senderType(message))
            .with("sender_id", senderId(message))
            .with(
                "conversation",
                new Body()
                    .with("last_activity_at", Times.seconds(conversation.lastActivityAt()))
                    .build());
    return finish(body, message, files, senderForContact(message, roster));
  }

  /** The message of {@code REST} answers. */
  public static JsonObject rest(SupportMessage message, JsonArray files, Roster roster) {
    Body body =
        new Body()
            .with("id", message.id())
            .with("content", message.content())
            .with("inbox_id", message.conversation().inbox().id())
            .with("conversation_id", message.conversation().displayId())
            .with("message_type", message.messageType())
            .with("content_type", message.contentType())
            .with("status", message.status())
            .withObject("content_attributes", message.contentAttributes())
            .with("created_at", Times.seconds(message.createdAt()))
            .with("private", message.isPrivate())
            .with("source_id", message.sourceId());
    return finish(body, message, files, sender(message, roster));
  }

  private static JsonObject finish(
      Body body, SupportMessage message, JsonArray files, @Nullable JsonObject sender) {
    String echo = message.echoId();
    if (echo != null) {
      body.with("echo_id", echo);
    }
    return body.withIf("attachments", files.isEmpty() ? null : files)
        .withIf("sender", sender)
        .build();
  }

  private static JsonObject conversation(Conversation conversation) {
    AppUser assignee = conversation.assignee();
    return new Body()
        .with("assignee_id", assignee == null ? null : Long.valueOf(assignee.id()))
        .with("unread_count", unread(conversation))
        .with("last_activity_at", Times.seconds(conversation.lastActivityAt()))
        .with(
            "contact_inbox",
            new Body().with("source_id", conversation.contactInbox().sourceId()).build())
        .build();
  }

  static long unread(Conversation conversation) {
    return Math.min(MOST_UNREAD, conversation.unreadCount());
  }

  private static @Nullable JsonObject sender(SupportMessage message, Roster roster) {
    AppUser user = message.senderUser();
    Contact contact = message.senderContact();
    if (user != null) {
      return PersonBody.user(user, roster);
    }
    return contact == null ? null : PersonBody.contact(contact);
  }

  private static @Nullable JsonObject senderForContact(SupportMessage message, Roster roster) {
    AppUser user = message.senderUser();
    Contact contact = message.senderContact();
    if (user != null) {
      return PersonBody.userForContact(user, roster);
    }
    return contact == null ? null : PersonBody.contactForContact(contact);
  }

  private static @Nullable String senderType(SupportMessage message) {
    if (message.senderUser() != null) {
      return "User";
    }
    return message.senderContact() == null ? null : "Contact";
  }

  private static @Nullable Long senderId(SupportMessage message) {
    AppUser user = message.senderUser();
    Contact contact = message.senderContact();
    if (user != null) {
      return user.id();
    }
    return contact == null ? null : Long.valueOf(contact.id());
  }
}
