package io.ropeway.persistence.support;

import io.ropeway.persistence.account.Account;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Agents who work together; the name is in lower case. */
@Entity
@Table(name = "team")
public class Team {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(length = 500)
  private @Nullable String description;

  @Column(name = "allow_auto_assign", nullable = false)
  private boolean allowAutoAssign;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected Team() {}

  public Team(Account account, String name, Instant now) {
    this.account = account;
    this.name = name.toLowerCase(Locale.ROOT);
    this.allowAutoAssign = true;
    this.createdAt = now;
    this.updatedAt = now;
  }

  public long id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public String name() {
    return name;
  }

  public @Nullable String description() {
    return description;
  }

  public void description(@Nullable String newDescription) {
    description = newDescription;
  }

  /** Whether a conversation given to the team is given to one of it. */
  public boolean allowAutoAssign() {
    return allowAutoAssign;
  }

  public void allowAutoAssign(boolean newAllowAutoAssign) {
    allowAutoAssign = newAllowAutoAssign;
  }

  public void name(String newName) {
    name = newName.toLowerCase(Locale.ROOT);
  }

  /** Each change is later than the one before, also when the clock is not. */
  public void touch(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now : next;
  }
}
