package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds and keeps who belongs to which account, and what accounts count; wants a transaction. */
@ApplicationScoped
public class MembershipRepository {

  @PersistenceContext EntityManager entities;

  /** Somebody's membership of an account, with both. */
  public Optional<AccountUser> find(long accountId, long userId) {
    return entities
        .createQuery(
            "select m from AccountUser m join fetch m.account join fetch m.user"
                + " where m.account.id = ?1 and m.user.id = ?2 and m.user.erasedAt is null",
            AccountUser.class)
        .setParameter(1, accountId)
        .setParameter(2, userId)
        .getResultStream()
        .findFirst();
  }

  /** All memberships of a user, with the accounts, by the account's id. */
  public List<AccountUser> ofUser(long userId) {
    return entities
        .createQuery(
            "select m from AccountUser m join fetch m.account join fetch m.user"
                + " where m.user.id = ?1 order by m.account.id",
            AccountUser.class)
        .setParameter(1, userId)
        .getResultList();
  }

  /** All memberships of an account, with the users, by the user's id. */
  public List<AccountUser> ofAccount(long accountId) {
    return entities
        .createQuery(
            "select m from AccountUser m join fetch m.user"
                + " where m.account.id = ?1 and m.user.erasedAt is null order by m.user.id",
            AccountUser.class)
        .setParameter(1, accountId)
        .getResultList();
  }

  /** The memberships of some users in an account, with the users, by the user's id. */
  public List<AccountUser> ofUsers(long accountId, List<Long> userIds) {
    return entities
        .createQuery(
            "select m from AccountUser m join fetch m.user where m.account.id = ?1"
                + " and m.user.id in ?2 and m.user.erasedAt is null order by m.user.id",
            AccountUser.class)
        .setParameter(1, accountId)
        .setParameter(2, userIds)
        .getResultList();
  }

  /**
   * Those of some users who may open a conversation: administrators of its account, and agents of
   * its account who answer in its inbox or belong to its team; by id.
   */
  public List<Long> mayOpen(long conversationId, Collection<Long> userIds) {
    return entities
        .createQuery(
            "select a.user.id from AccountUser a join Conversation c on c.account.id = a.account.id"
                + " where c.id = ?1 and a.user.id in ?2 and a.user.erasedAt is null"
                + " and (a.role = 'administrator'"
                + " or exists (select 1 from InboxMember i"
                + " where i.inbox.id = c.inbox.id and i.user.id = a.user.id)"
                + " or exists (select 1 from TeamMember t"
                + " where t.team.id = c.team.id and t.user.id = a.user.id)) order by a.user.id",
            Long.class)
        .setParameter(1, conversationId)
        .setParameter(2, userIds)
        .getResultList();
  }

  /** The account's counters, locked until the transaction ends; made if there are none. */
  public AccountCounter lockCounter(long accountId) {
    AccountCounter counter =
        entities.find(AccountCounter.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    if (counter != null) {
      return counter;
    }
    entities
        .createNativeQuery(
            "insert into account_counter (account_id) values (?1) on conflict do nothing")
        .setParameter(1, accountId)
        .executeUpdate();
    return entities.find(AccountCounter.class, accountId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The account's counters as they are; empty if nothing was counted yet. */
  public Optional<AccountCounter> counter(long accountId) {
    return Optional.ofNullable(entities.find(AccountCounter.class, accountId));
  }

  public void add(AccountUser member) {
    entities.persist(member);
  }

  public void add(AccountCounter counter) {
    entities.persist(counter);
  }

  public void remove(AccountUser member) {
    entities.remove(member);
  }
}
