package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and keeps what users are told of conversations; wants a transaction around it. */
@ApplicationScoped
public class NotificationRepository {

  private static final String WITH_ALL =
      "select n from SupportNotification n join fetch n.user join fetch n.conversation c"
          + " join fetch c.account join fetch c.inbox join fetch c.contact"
          + " join fetch c.contactInbox left join fetch c.assignee left join fetch c.team"
          + " left join fetch n.message m left join fetch m.senderUser"
          + " left join fetch m.senderContact left join fetch n.actor where ";

  /** The viewer's own, and which of them. */
  private static final String OF_VIEWER =
      "n.accountId = :account and n.user.id = :user"
          + " and (:read = true or n.readAt is null)"
          + " and (:snoozed = true or n.snoozedUntil is null)";

  @PersistenceContext EntityManager entities;

  /** A user's notification, with all that its body shows of other rows. */
  public Optional<SupportNotification> find(long accountId, long userId, long id) {
    return entities
        .createQuery(
            WITH_ALL + "n.accountId = ?1 and n.user.id = ?2 and n.id = ?3",
            SupportNotification.class)
        .setParameter(1, accountId)
        .setParameter(2, userId)
        .setParameter(3, id)
        .getResultStream()
        .findFirst();
  }

  /** Some notifications, by their last activity. */
  public List<SupportNotification> page(NotificationFilter filter, int first, int limit) {
    TypedQuery<SupportNotification> query =
        entities.createQuery(
            WITH_ALL
                + OF_VIEWER
                + " order by n.lastActivityAt"
                + (filter.ascending() ? ", n.id" : " desc, n.id desc"),
            SupportNotification.class);
    return set(query, filter).setFirstResult(first).setMaxResults(limit).getResultList();
  }

  public long count(NotificationFilter filter) {
    return set(
            entities.createQuery(
                "select count(n) from SupportNotification n where " + OF_VIEWER, Long.class),
            filter)
        .getSingleResult();
  }

  private static <T> TypedQuery<T> set(TypedQuery<T> query, NotificationFilter filter) {
    return query
        .setParameter("account", filter.accountId())
        .setParameter("user", filter.userId())
        .setParameter("read", filter.withRead())
        .setParameter("snoozed", filter.withSnoozed());
  }

  /** What some users were told of a conversation, the oldest first. */
  public List<SupportNotification> ofConversation(long conversationId, List<Long> userIds) {
    return entities
        .createQuery(
            "select n from SupportNotification n"
                + " where n.conversation.id = ?1 and n.user.id in ?2 order by n.id",
            SupportNotification.class)
        .setParameter(1, conversationId)
        .setParameter(2, userIds)
        .getResultList();
  }

  /** Marks a user's notifications read: all, or those of one conversation. */
  public void readAll(long accountId, long userId, @Nullable Long conversationId, Instant now) {
    String one = conversationId == null ? "" : " and n.conversation.id = :conversation";
    var update =
        entities
            .createQuery(
                "update SupportNotification n set n.readAt = :now, n.updatedAt = :now"
                    + " where n.accountId = :account and n.user.id = :user and n.readAt is null"
                    + one)
            .setParameter("now", now)
            .setParameter("account", accountId)
            .setParameter("user", userId);
    if (conversationId != null) {
      update.setParameter("conversation", conversationId);
    }
    update.executeUpdate();
  }

  public void add(SupportNotification notification) {
    entities.persist(notification);
  }

  public void remove(SupportNotification notification) {
    entities.remove(notification);
  }

  public Optional<NotificationSetting> setting(long accountId, long userId) {
    return entities
        .createQuery(
            "select s from NotificationSetting s where s.accountId = ?1 and s.user.id = ?2",
            NotificationSetting.class)
        .setParameter(1, accountId)
        .setParameter(2, userId)
        .getResultStream()
        .findFirst();
  }

  /** The settings of an account's users; a user without one has the default. */
  public List<NotificationSetting> settings(long accountId) {
    return entities
        .createQuery(
            "select s from NotificationSetting s where s.accountId = ?1", NotificationSetting.class)
        .setParameter(1, accountId)
        .getResultList();
  }

  public void add(NotificationSetting setting) {
    entities.persist(setting);
  }
}
