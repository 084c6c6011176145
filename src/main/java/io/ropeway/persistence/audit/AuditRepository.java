package io.ropeway.persistence.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Finds and keeps audit entries; wants a transaction around it. */
@ApplicationScoped
public class AuditRepository {

  @PersistenceContext EntityManager entities;

  public void add(AuditEntry entry) {
    entities.persist(entry);
  }

  /** An account's entries below an id, the newest first. */
  public List<AuditEntry> before(long accountId, long id, int limit) {
    return entities
        .createQuery(
            "select a from AuditEntry a where a.accountId = ?1 and a.id < ?2 order by a.id desc",
            AuditEntry.class)
        .setParameter(1, accountId)
        .setParameter(2, id)
        .setMaxResults(limit)
        .getResultList();
  }
}
