package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.NotificationRepository;
import io.ropeway.persistence.support.NotificationSetting;
import io.ropeway.persistence.support.SupportNotification;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What users do with what they are told. Each call is a transaction. */
@ApplicationScoped
public class NotificationChanges {

  private static final Duration SNOOZE = Duration.ofDays(1);

  private static final Set<String> TYPES =
      Set.of(
          SupportNotification.CREATION,
          SupportNotification.ASSIGNMENT,
          SupportNotification.ASSIGNED_MESSAGE,
          SupportNotification.MENTION,
          SupportNotification.PARTICIPATING_MESSAGE);

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject NotificationRepository notifications;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /**
   * Marks all of the user's read, or those of one conversation; nobody is told.
   *
   * @param conversationId the conversation's own id, not the number that clients call it
   */
  public void readAll(Identity who, long accountId, @Nullable Long conversationId) {
    transactions.change(
        () -> {
          Agent agent = access.agent(who, accountId);
          notifications.readAll(accountId, agent.userId(), conversationId, clock.now());
        });
  }

  /** Marks one read. */
  public void read(Identity who, long accountId, long id) {
    change(who, accountId, id, SupportNotification::readAt);
  }

  /** Marks one unread. */
  public void unread(Identity who, long accountId, long id) {
    change(who, accountId, id, (notification, now) -> notification.readAt(null));
  }

  /** Puts one off; null for a day. */
  public void snooze(Identity who, long accountId, long id, @Nullable Instant until) {
    change(
        who,
        accountId,
        id,
        (notification, now) -> notification.snoozedUntil(until == null ? now.plus(SNOOZE) : until));
  }

  private void change(
      Identity who, long accountId, long id, BiConsumer<SupportNotification, Instant> how) {
    transactions.change(
        () -> {
          SupportNotification notification = find(who, accountId, id);
          Instant now = clock.now();
          how.accept(notification, now);
          notification.touch(now);
          events.notificationUpdated(notification);
        });
  }

  /** Takes one away. */
  public void delete(Identity who, long accountId, long id) {
    transactions.change(
        () -> {
          SupportNotification notification = find(who, accountId, id);
          notifications.remove(notification);
          events.notificationDeleted(notification);
        });
  }

  /**
   * Says what the user wants to be told by mail and by push.
   *
   * @throws Refusal INVALID for a type that there is not
   */
  public void settings(Identity who, long accountId, List<String> email, List<String> push) {
    if (!TYPES.containsAll(email) || !TYPES.containsAll(push)) {
      throw Refusal.invalid("There is no such type of notification.");
    }
    transactions.change(
        () -> {
          Agent agent = access.agent(who, accountId);
          NotificationSetting setting =
              notifications
                  .setting(accountId, agent.userId())
                  .orElseGet(
                      () -> {
                        NotificationSetting made = new NotificationSetting(accountId, agent.user());
                        notifications.add(made);
                        return made;
                      });
          setting.email(email.stream().distinct().toList());
          setting.push(push.stream().distinct().toList());
        });
  }

  private SupportNotification find(Identity who, long accountId, long id) {
    Agent agent = access.agent(who, accountId);
    return notifications.find(accountId, agent.userId(), id).orElseThrow(DeskAccess::nothing);
  }
}
