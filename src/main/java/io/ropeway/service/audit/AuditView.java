package io.ropeway.service.audit;

import io.ropeway.persistence.audit.AuditEntry;
import java.time.Instant;

/**
 * An entry of the audit.
 *
 * @param actor who did it, such as {@code USER:1}
 * @param action what was done, such as {@code message.delete}
 * @param subject what it was done to, such as {@code message:7}
 */
public record AuditView(long id, String actor, String action, String subject, Instant createdAt) {

  static AuditView of(AuditEntry entry) {
    return new AuditView(
        entry.id(), entry.actor(), entry.action(), entry.subject(), entry.createdAt());
  }
}
