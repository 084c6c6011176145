package io.ropeway.service.audit;

import java.util.List;

/**
 * Some entries of the audit, the newest first.
 *
 * @param hasMore whether there are older ones
 */
public record AuditPage(List<AuditView> entries, boolean hasMore) {

  public AuditPage {
    entries = List.copyOf(entries);
  }
}
