package io.ropeway.persistence.support;

import io.ropeway.persistence.account.AppUser;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who answers in an inbox. */
@Entity
@Table(name = "inbox_member")
public class InboxMember {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "inbox_id")
  private Inbox inbox;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private AppUser user;

  @Column(name = "last_assigned_at")
  private @Nullable Instant lastAssignedAt;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected InboxMember() {}

  public InboxMember(Inbox inbox, AppUser user, Instant now) {
    this.inbox = inbox;
    this.user = user;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public Inbox inbox() {
    return inbox;
  }

  public AppUser user() {
    return user;
  }

  /** When a conversation of here was last given to them by turns; null for never. */
  public @Nullable Instant lastAssignedAt() {
    return lastAssignedAt;
  }

  public void lastAssignedAt(@Nullable Instant newLastAssignedAt) {
    lastAssignedAt = newLastAssignedAt;
  }
}
