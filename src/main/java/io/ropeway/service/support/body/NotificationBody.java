package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.SupportNotification;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Notifications, and the envelope in which events carry them. */
public final class NotificationBody {

  private NotificationBody() {}

  /**
   * A notification.
   *
   * @param conversation the body of the conversation that it is about
   * @param secondary the body of the message or user that caused it; null if there is none
   * @param title one line that says what happened
   * @param text what it says besides
   */
  public static JsonObject of(
      SupportNotification notification,
      JsonObject conversation,
      @Nullable JsonObject secondary,
      Roster roster,
      String title,
      String text) {
    AppUser user = notification.user();
    return new Body()
        .with("id", notification.id())
        .with("notification_type", notification.notificationType())
        .with("primary_actor_type", "Conversation")
        .with("primary_actor_id", notification.conversation().id())
        .with("primary_actor", conversation)
        .with("read_at", Times.iso(notification.readAt()))
        .with("secondary_actor", secondary)
        .with("user", PersonBody.user(user, roster))
        .with("created_at", Times.seconds(notification.createdAt()))
        .with("last_activity_at", Times.seconds(notification.lastActivityAt()))
        .with("snoozed_until", Times.iso(notification.snoozedUntil()))
        .with("meta", JsonValue.EMPTY_JSON_OBJECT)
        .with("account_id", notification.accountId())
        .with("push_message_title", title)
        .with("push_message_body", text)
        .build();
  }

  /** What is left of one that is gone. */
  public static JsonObject gone(long id) {
    return new Body().with("id", id).build();
  }

  /**
   * The data of an event.
   *
   * @param unread how many the user has not read
   */
  public static JsonObject envelope(JsonObject notification, long unread, long accountId) {
    return new Body()
        .with("notification", notification)
        .with("unread_count", unread)
        .with("count", unread)
        .with("account_id", accountId)
        .build();
  }
}
