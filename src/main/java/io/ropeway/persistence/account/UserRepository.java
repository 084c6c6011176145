package io.ropeway.persistence.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Finds and keeps accounts and users; wants a transaction around it. */
@ApplicationScoped
public class UserRepository {

  @PersistenceContext EntityManager entities;

  /** The user of a login in lower case, with the account. */
  public Optional<AppUser> findByLogin(String login) {
    return entities
        .createQuery(
            "select u from AppUser u join fetch u.account where u.login = ?1", AppUser.class)
        .setParameter(1, login)
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

  public void add(Account account) {
    entities.persist(account);
  }

  public void add(AppUser user) {
    entities.persist(user);
  }
}
