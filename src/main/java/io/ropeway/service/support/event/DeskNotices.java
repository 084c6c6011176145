package io.ropeway.service.support.event;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountCounter;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.NotificationFilter;
import io.ropeway.persistence.support.NotificationRepository;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportNotification;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.NotificationBody;
import io.ropeway.service.support.body.NotificationText;
import io.ropeway.service.support.body.PersonBody;
import io.ropeway.service.support.body.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells single users of their notifications, and everybody which lists are to be read again. */
@ApplicationScoped
class DeskNotices {

  @Inject DeskPublisher publisher;
  @Inject DeskBodies bodies;
  @Inject Rosters rosters;
  @Inject NotificationRepository notifications;
  @Inject MembershipRepository memberships;

  void tell(DeskEvent event, SupportNotification notification) {
    Roster roster = rosters.recent(notification.accountId());
    String text = NotificationText.of(notification);
    JsonObject body =
        NotificationBody.of(
            notification,
            bodies.conversation(notification.conversation()),
            secondary(notification, roster),
            roster,
            text,
            text);
    publish(
        event,
        notification,
        body,
        Subjects.notice(notification.message(), notification.conversation()));
  }

  void gone(SupportNotification notification) {
    publish(
        DeskEvent.NOTIFICATION_DELETED,
        notification,
        NotificationBody.gone(notification.id()),
        null);
  }

  private void publish(
      DeskEvent event,
      SupportNotification notification,
      JsonObject body,
      @Nullable String subject) {
    long account = notification.accountId();
    long user = notification.user().id();
    long unread = notifications.count(NotificationFilter.unread(account, user));
    publisher.publish(
        List.of(DeskStreams.user(account, user)),
        event,
        NotificationBody.envelope(body, unread, account),
        subject);
  }

  private @Nullable JsonObject secondary(SupportNotification notification, Roster roster) {
    SupportMessage message = notification.message();
    AppUser actor = notification.actor();
    if (message != null) {
      return bodies.message(message);
    }
    return actor == null ? null : PersonBody.user(actor, roster);
  }

  void cacheInvalidated(long accountId) {
    Optional<AccountCounter> counter = memberships.counter(accountId);
    JsonObject keys =
        new Body()
            .with("label", key(counter.map(AccountCounter::labelsAt).orElse(0L)))
            .with("inbox", key(counter.map(AccountCounter::inboxesAt).orElse(0L)))
            .with("team", key(counter.map(AccountCounter::teamsAt).orElse(0L)))
            .build();
    publisher.publish(
        List.of(DeskStreams.account(accountId)),
        DeskEvent.CACHE_INVALIDATED,
        new Body().with("cache_keys", keys).with("account_id", accountId).build(),
        null);
  }

  private static String key(long seconds) {
    return String.format(Locale.ROOT, "%010d", seconds);
  }
}
