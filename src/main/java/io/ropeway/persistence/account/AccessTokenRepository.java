package io.ropeway.persistence.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds and keeps access tokens; wants a transaction around it. */
@ApplicationScoped
public class AccessTokenRepository {

  @PersistenceContext EntityManager entities;

  /** The token of a hash with its user, if it is valid at that time. */
  public Optional<AccessToken> findByHash(String tokenHash, Instant now) {
    return entities
        .createQuery(
            "select t from AccessToken t join fetch t.user"
                + " where t.tokenHash = ?1 and t.expiresAt > ?2",
            AccessToken.class)
        .setParameter(1, tokenHash)
        .setParameter(2, now)
        .getResultStream()
        .findFirst();
  }

  /** A user's valid tokens, the newest first. */
  public List<AccessToken> ofUser(long userId, Instant now) {
    return entities
        .createQuery(
            "select t from AccessToken t where t.user.id = ?1 and t.expiresAt > ?2"
                + " order by t.id desc",
            AccessToken.class)
        .setParameter(1, userId)
        .setParameter(2, now)
        .getResultList();
  }

  public void add(AccessToken token) {
    entities.persist(token);
  }

  /** Notes a use, unless one since {@code before} is noted already. */
  public void touch(long id, Instant now, Instant before) {
    entities
        .createQuery(
            "update AccessToken t set t.lastUsedAt = ?2 where t.id = ?1 and t.lastUsedAt < ?3")
        .setParameter(1, id)
        .setParameter(2, now)
        .setParameter(3, before)
        .executeUpdate();
  }

  /** Removes one of a user's tokens; false if the user has no such token. */
  public boolean remove(long userId, long id) {
    return entities
            .createQuery("delete from AccessToken t where t.id = ?1 and t.user.id = ?2")
            .setParameter(1, id)
            .setParameter(2, userId)
            .executeUpdate()
        > 0;
  }

  /** Removes all of a user's tokens; returns their ids. */
  public List<Long> removeAll(long userId) {
    List<Long> ids =
        entities
            .createQuery("select t.id from AccessToken t where t.user.id = ?1", Long.class)
            .setParameter(1, userId)
            .getResultList();
    entities
        .createQuery("delete from AccessToken t where t.user.id = ?1")
        .setParameter(1, userId)
        .executeUpdate();
    return ids;
  }

  /** Removes a user's tokens that have ended. */
  public void removeExpired(long userId, Instant now) {
    entities
        .createQuery("delete from AccessToken t where t.user.id = ?1 and t.expiresAt <= ?2")
        .setParameter(1, userId)
        .setParameter(2, now)
        .executeUpdate();
  }
}
