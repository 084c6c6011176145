package io.ropeway.persistence.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What others see of those who are present; wants a transaction around it. */
@ApplicationScoped
public class PresenceInfo {

  @PersistenceContext EntityManager entities;

  /** Forgets what there is to see of somebody, wherever they are, until they come anew. */
  public void forget(String who) {
    entities
        .createNativeQuery("update presence_lease set info = null where who = ?1")
        .setParameter(1, who)
        .executeUpdate();
  }
}
