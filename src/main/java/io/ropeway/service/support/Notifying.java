package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.InvolvementRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.NotificationRepository;
import io.ropeway.persistence.support.NotificationSetting;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportNotification;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom to tell of what, within the running transaction; only who may open the conversation
 * is told. Of each conversation a user keeps the newest notification alone.
 */
@ApplicationScoped
class Notifying {

  @Inject NotificationRepository notifications;
  @Inject InvolvementRepository involvement;
  @Inject MembershipRepository memberships;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** Tells those who answer in the inbox and want to know of new conversations. */
  void conversationCreated(Conversation conversation, @Nullable AppUser by) {
    if (isQuiet(conversation)) {
      return;
    }
    Map<Long, AppUser> users = new TreeMap<>();
    for (NotificationSetting setting : notifications.settings(conversation.account().id())) {
      boolean wanted =
          setting.email().contains(SupportNotification.CREATION)
              || setting.push().contains(SupportNotification.CREATION);
      if (wanted && (by == null || by.id() != setting.user().id())) {
        users.put(setting.user().id(), setting.user());
      }
    }
    tell(conversation, SupportNotification.CREATION, null, by, users);
  }

  /** Tells whoever was given a conversation, unless they took it. */
  void assigned(Conversation conversation, AppUser to, @Nullable AppUser by) {
    if (!isQuiet(conversation) && (by == null || by.id() != to.id())) {
      tell(conversation, SupportNotification.ASSIGNMENT, null, by, Map.of(to.id(), to));
    }
  }

  /** Tells whoever is named in a note. */
  void mentioned(Conversation conversation, SupportMessage message, AppUser user) {
    tell(
        conversation,
        SupportNotification.MENTION,
        message,
        message.senderUser(),
        Map.of(user.id(), user));
  }

  /**
   * Tells whoever has the conversation, and those who take part, of a message.
   *
   * @param told who knows of it already
   */
  void messageCreated(Conversation conversation, SupportMessage message, Set<Long> told) {
    if (conversation.contact().blocked()) {
      return;
    }
    AppUser assignee = conversation.assignee();
    AppUser sender = message.senderUser();
    Map<Long, AppUser> others = new TreeMap<>();
    involvement.participants(conversation.id()).forEach(user -> others.put(user.id(), user));
    told.forEach(others::remove);
    if (sender != null) {
      others.remove(sender.id());
    }
    if (assignee != null) {
      others.remove(assignee.id());
      if (!told.contains(assignee.id()) && (sender == null || sender.id() != assignee.id())) {
        tell(
            conversation,
            SupportNotification.ASSIGNED_MESSAGE,
            message,
            sender,
            Map.of(assignee.id(), assignee));
      }
    }
    tell(conversation, SupportNotification.PARTICIPATING_MESSAGE, message, sender, others);
  }

  private void tell(
      Conversation conversation,
      String type,
      @Nullable SupportMessage message,
      @Nullable AppUser actor,
      Map<Long, AppUser> users) {
    if (users.isEmpty()) {
      return;
    }
    List<AppUser> allowed =
        memberships.mayOpen(conversation.id(), users.keySet()).stream().map(users::get).toList();
    if (allowed.isEmpty()) {
      return;
    }
    Map<Long, List<SupportNotification>> before =
        notifications
            .ofConversation(conversation.id(), allowed.stream().map(AppUser::id).toList())
            .stream()
            .collect(Collectors.groupingBy(old -> old.user().id()));
    Instant now = clock.now();
    for (AppUser user : allowed) {
      List<SupportNotification> old = before.getOrDefault(user.id(), new ArrayList<>());
      old.forEach(notifications::remove);
      SupportNotification added =
          new SupportNotification(user, type, conversation, message, actor, now);
      notifications.add(added);
      events.notificationCreated(added);
      old.forEach(events::notificationDeleted);
    }
  }

  private static boolean isQuiet(Conversation conversation) {
    return conversation.contact().blocked() || conversation.status().equals(Conversation.PENDING);
  }
}
