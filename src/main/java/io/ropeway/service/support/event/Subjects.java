package io.ropeway.service.support.event;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the log's entries tell of, so that a message's text can be erased from all of them. Users
 * and contacts see different bodies, and so their entries have different subjects.
 */
final class Subjects {

  private Subjects() {}

  /** In what the account's users see. */
  static String staff(long messageId) {
    return "desk.message:" + messageId;
  }

  /** In what the contact sees. */
  static String contact(long messageId) {
    return staff(messageId) + "/contact";
  }

  /** In what single users are told of. */
  static String notice(long messageId) {
    return staff(messageId) + "/notice";
  }

  /** A conversation's body shows its last message. */
  static @Nullable String staff(Conversation conversation) {
    long last = conversation.lastPublicMessageId();
    return last == 0 ? null : staff(last);
  }

  static @Nullable String contact(Conversation conversation) {
    long last = conversation.lastPublicMessageId();
    return last == 0 ? null : contact(last);
  }

  static @Nullable String notice(@Nullable SupportMessage message, Conversation conversation) {
    if (message != null) {
      return notice(message.id());
    }
    long last = conversation.lastPublicMessageId();
    return last == 0 ? null : notice(last);
  }
}
