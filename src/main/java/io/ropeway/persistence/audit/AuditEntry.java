package io.ropeway.persistence.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody did something to something, by ids alone. Never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @Column(nullable = false, length = 200)
  private String actor;

  @Column(nullable = false, length = 100)
  private String action;

  @Column(nullable = false, length = 200)
  private String subject;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected AuditEntry() {}

  public AuditEntry(long accountId, String actor, String action, String subject, Instant now) {
    this.accountId = accountId;
    this.actor = actor;
    this.action = action;
    this.subject = subject;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  /** The key of the identity that did it. */
  public String actor() {
    return actor;
  }

  /** What was done, such as {@code message.delete}. */
  public String action() {
    return action;
  }

  /** What it was done to, such as {@code message:7}. */
  public String subject() {
    return subject;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
