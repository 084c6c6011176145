package io.ropeway.persistence.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Finds and keeps accounts and users; wants a transaction around it. */
@ApplicationScoped
public class UserRepository {

  @PersistenceContext EntityManager entities;

  /** The user of a login in lower case, with the account; no erased one. */
  public Optional<AppUser> findByLogin(String login) {
    return entities
        .createQuery(
            "select u from AppUser u join fetch u.account"
                + " where u.login = ?1 and u.erasedAt is null",
            AppUser.class)
        .setParameter(1, login)
        .getResultStream()
        .findFirst();
  }

  /** The user whose scripts present a token of that hash; no erased one. */
  public Optional<AppUser> findByApiToken(String hash) {
    return entities
        .createQuery(
            "select u from AppUser u where u.apiTokenHash = ?1 and u.erasedAt is null",
            AppUser.class)
        .setParameter(1, hash)
        .getResultStream()
        .findFirst();
  }

  /** The user who listens by a token, with the account; no erased one. */
  public Optional<AppUser> findByPubsubToken(String token) {
    return entities
        .createQuery(
            "select u from AppUser u join fetch u.account"
                + " where u.pubsubToken = ?1 and u.erasedAt is null",
            AppUser.class)
        .setParameter(1, token)
        .getResultStream()
        .findFirst();
  }

  /** The user of an id, with the account. */
  public Optional<AppUser> find(long id) {
    return entities
        .createQuery("select u from AppUser u join fetch u.account where u.id = ?1", AppUser.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst();
  }

  /**
   * The user of an id, whom nobody erases before this transaction ends. To be called before the
   * user is read by anything else; who waited for an erasure gets the erased user.
   */
  public Optional<AppUser> hold(long id) {
    return Optional.ofNullable(entities.find(AppUser.class, id, LockModeType.PESSIMISTIC_READ));
  }

  /** The same for a user who was read already, and is read again. */
  public void hold(AppUser user) {
    entities.refresh(user, LockModeType.PESSIMISTIC_READ);
  }

  /** The user of an id, to be changed by this transaction alone. */
  public Optional<AppUser> lock(long id) {
    return Optional.ofNullable(entities.find(AppUser.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Waits until no other node makes users of its own accord; until this transaction ends. */
  public void takeTurn() {
    entities.createNativeQuery("select id from store for update").getResultList();
  }

  /** The oldest account of a name. */
  public Optional<Account> findAccount(String name) {
    return entities
        .createQuery("select a from Account a where a.name = ?1 order by a.id", Account.class)
        .setParameter(1, name)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public void add(Account account) {
    entities.persist(account);
  }

  public void add(AppUser user) {
    entities.persist(user);
  }
}
