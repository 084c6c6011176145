package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and keeps conversations; wants a transaction around it. */
@ApplicationScoped
public class ConversationRepository {

  /** All that a conversation's body shows of other rows, but labels and messages. */
  static final String WITH_ALL =
      "select c from Conversation c join fetch c.account join fetch c.inbox join fetch c.contact"
          + " join fetch c.contactInbox left join fetch c.assignee left join fetch c.team where ";

  @PersistenceContext EntityManager entities;

  /** The id of an account's conversation by the number that clients call it. */
  public Optional<Long> idOf(long accountId, long displayId) {
    return entities
        .createQuery(
            "select c.id from Conversation c where c.account.id = ?1 and c.displayId = ?2",
            Long.class)
        .setParameter(1, accountId)
        .setParameter(2, displayId)
        .getResultStream()
        .findFirst();
  }

  /** A conversation with all that its body shows of other rows, but labels and messages. */
  public Optional<Conversation> find(long id) {
    return entities
        .createQuery(WITH_ALL + "c.id = ?1", Conversation.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst();
  }

  /** The same by the number that clients call it. */
  public Optional<Conversation> findByDisplayId(long accountId, long displayId) {
    return entities
        .createQuery(WITH_ALL + "c.account.id = ?1 and c.displayId = ?2", Conversation.class)
        .setParameter(1, accountId)
        .setParameter(2, displayId)
        .getResultStream()
        .findFirst();
  }

  /**
   * The conversation, locked until the transaction ends, as the last holder left it. Call it before
   * anything else of the conversation is read.
   */
  public Optional<Conversation> lock(long id) {
    Conversation locked = entities.find(Conversation.class, id, LockModeType.PESSIMISTIC_WRITE);
    return locked == null ? Optional.empty() : find(id);
  }

  /** The conversations of one contact inbox, the newest last. */
  public List<Conversation> ofContactInbox(long contactInboxId) {
    return entities
        .createQuery(WITH_ALL + "c.contactInbox.id = ?1 order by c.id", Conversation.class)
        .setParameter(1, contactInboxId)
        .getResultList();
  }

  /** The conversations of all proved contact inboxes of a contact in an inbox, the newest last. */
  public List<Conversation> ofVerifiedContact(long inboxId, long contactId) {
    return entities
        .createQuery(
            WITH_ALL
                + "c.inbox.id = ?1 and c.contact.id = ?2 and c.contactInbox.hmacVerified = true"
                + " order by c.id",
            Conversation.class)
        .setParameter(1, inboxId)
        .setParameter(2, contactId)
        .getResultList();
  }

  /** The newest of {@link #ofContactInbox}. */
  public Optional<Conversation> lastOfContactInbox(long contactInboxId) {
    return entities
        .createQuery(WITH_ALL + "c.contactInbox.id = ?1 order by c.id desc", Conversation.class)
        .setParameter(1, contactInboxId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The newest of {@link #ofVerifiedContact}. */
  public Optional<Conversation> lastOfVerifiedContact(long inboxId, long contactId) {
    return entities
        .createQuery(
            WITH_ALL
                + "c.inbox.id = ?1 and c.contact.id = ?2 and c.contactInbox.hmacVerified = true"
                + " order by c.id desc",
            Conversation.class)
        .setParameter(1, inboxId)
        .setParameter(2, contactId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The id of a contact's newest conversation in an inbox. */
  public Optional<Long> lastId(long inboxId, long contactId) {
    return entities
        .createQuery(
            "select c.id from Conversation c where c.inbox.id = ?1 and c.contact.id = ?2"
                + " order by c.id desc",
            Long.class)
        .setParameter(1, inboxId)
        .setParameter(2, contactId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * A contact's conversations, the newest first.
   *
   * @param answeredBy only those of the inboxes and teams of that user; null for all
   */
  public List<Conversation> ofContact(long contactId, @Nullable Long answeredBy, int limit) {
    return entities
        .createQuery(
            WITH_ALL
                + "c.contact.id = :contact and (:viewer = 0 or exists (select 1 from InboxMember i"
                + " where i.inbox.id = c.inbox.id and i.user.id = :viewer)"
                + " or exists (select 1 from TeamMember t"
                + " where t.team.id = c.team.id and t.user.id = :viewer)) order by c.id desc",
            Conversation.class)
        .setParameter("contact", contactId)
        .setParameter("viewer", answeredBy == null ? 0L : answeredBy)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The ids of a contact's conversations, ascending. */
  public List<Long> idsOfContact(long contactId) {
    return entities
        .createQuery(
            "select c.id from Conversation c where c.contact.id = ?1 order by c.id", Long.class)
        .setParameter(1, contactId)
        .getResultList();
  }

  /** The ids of conversations whose snooze has ended, a few at a time. */
  public List<Long> snoozedUntil(Instant now, int limit) {
    return entities
        .createQuery(
            "select c.id from Conversation c where c.snoozedUntil <= ?1 and c.status = 'snoozed'"
                + " order by c.snoozedUntil",
            Long.class)
        .setParameter(1, now)
        .setMaxResults(limit)
        .getResultList();
  }

  public void add(Conversation conversation) {
    entities.persist(conversation);
  }

  /** Writes what has changed, so that it is seen by queries that Hibernate does not know of. */
  public void flush() {
    entities.flush();
  }
}
