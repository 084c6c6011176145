package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and keeps inboxes and who answers in them; wants a transaction around it. */
@ApplicationScoped
public class InboxRepository {

  @PersistenceContext EntityManager entities;

  public Optional<Inbox> find(long accountId, long id) {
    return first("i.account.id = ?1 and i.id = ?2", accountId, id);
  }

  /** The inbox that the public API names so, with its account. */
  public Optional<Inbox> findByIdentifier(String identifier) {
    return first("i.identifier = ?1", identifier);
  }

  /** The website's inbox that its widget names so, with its account. */
  public Optional<Inbox> findByWebsiteToken(String websiteToken) {
    return first("i.websiteToken = ?1 and i.channelType = ?2", websiteToken, Inbox.WEBSITE);
  }

  private Optional<Inbox> first(String condition, Object... values) {
    var query =
        entities.createQuery(
            "select i from Inbox i join fetch i.account where " + condition, Inbox.class);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.getResultStream().findFirst();
  }

  /** The inbox, locked until the transaction ends: a turn at giving out its conversations. */
  public Optional<Inbox> lock(long id) {
    return Optional.ofNullable(entities.find(Inbox.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** All inboxes of an account, by id. */
  public List<Inbox> ofAccount(long accountId) {
    return entities
        .createQuery("select i from Inbox i where i.account.id = ?1 order by i.id", Inbox.class)
        .setParameter(1, accountId)
        .getResultList();
  }

  /** The inboxes of an account in which a user answers, by id. */
  public List<Inbox> ofMember(long accountId, long userId) {
    return entities
        .createQuery(
            "select m.inbox from InboxMember m where m.inbox.account.id = ?1 and m.user.id = ?2"
                + " order by m.inbox.id",
            Inbox.class)
        .setParameter(1, accountId)
        .setParameter(2, userId)
        .getResultList();
  }

  /** Whether a user belongs there. Reads no row into the session. */
  public boolean isMember(long inboxId, long userId) {
    return entities
            .createQuery(
                "select count(m) from InboxMember m where m.inbox.id = ?1 and m.user.id = ?2",
                Long.class)
            .setParameter(1, inboxId)
            .setParameter(2, userId)
            .getSingleResult()
        > 0;
  }

  /** The ids of those who belong there. Reads no row into the session. */
  public List<Long> memberIds(long inboxId) {
    return entities
        .createQuery(
            "select m.user.id from InboxMember m where m.inbox.id = ?1"
                + " and m.user.erasedAt is null order by m.user.id",
            Long.class)
        .setParameter(1, inboxId)
        .getResultList();
  }

  public Optional<InboxMember> member(long inboxId, long userId) {
    return entities
        .createQuery(
            "select m from InboxMember m where m.inbox.id = ?1 and m.user.id = ?2",
            InboxMember.class)
        .setParameter(1, inboxId)
        .setParameter(2, userId)
        .getResultStream()
        .findFirst();
  }

  /**
   * Who answers in an inbox, with the users: whoever was given a conversation longest ago first.
   */
  public List<InboxMember> members(long inboxId) {
    return entities
        .createQuery(
            "select m from InboxMember m join fetch m.user where m.inbox.id = ?1"
                + " and m.user.erasedAt is null"
                + " order by m.lastAssignedAt nulls first, m.user.id",
            InboxMember.class)
        .setParameter(1, inboxId)
        .getResultList();
  }

  public void add(Inbox inbox) {
    entities.persist(inbox);
  }

  public void add(InboxMember member) {
    entities.persist(member);
  }

  public void remove(InboxMember member) {
    entities.remove(member);
  }
}
