package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportNotification;
import org.jspecify.annotations.Nullable;

/** What a notification says in words. */
public final class NotificationText {

  private static final int MOST_CHARACTERS = 200;

  private NotificationText() {}

  /** One line that says what happened. */
  public static String of(SupportNotification notification) {
    String conversation = "conversation #" + notification.conversation().displayId();
    return switch (notification.notificationType()) {
      case SupportNotification.CREATION ->
          "A new " + conversation + " in " + notification.conversation().inbox().name();
      case SupportNotification.ASSIGNMENT -> "You have been given " + conversation;
      case SupportNotification.MENTION ->
          "You have been mentioned in " + conversation + said(notification.message());
      default -> "A new message in " + conversation + said(notification.message());
    };
  }

  private static String said(@Nullable SupportMessage message) {
    String text = message == null ? null : message.content();
    if (message == null || text == null || text.isBlank()) {
      return "";
    }
    String line = text.strip().replaceAll("\\s+", " ");
    String shown =
        line.codePointCount(0, line.length()) <= MOST_CHARACTERS
            ? line
            : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    String by = sender(message);
    return by.isEmpty() ? ": " + shown : " from " + by + ": " + shown;
  }

  private static String sender(SupportMessage message) {
    AppUser user = message.senderUser();
    Contact contact = message.senderContact();
    if (user != null) {
      return PersonBody.availableName(user);
    }
    return contact == null ? "" : contact.name();
  }
}
