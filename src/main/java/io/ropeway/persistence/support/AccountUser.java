package io.ropeway.persistence.support;

import io.ropeway.persistence.account.Account;
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

/** Somebody's membership of an account: the role there, and whether they are there to be asked. */
@Entity
@Table(name = "account_user")
public class AccountUser {

  /** The role of those who see and change everything of the account. */
  public static final String ADMINISTRATOR = "administrator";

  /** The role of everybody else. */
  public static final String AGENT = "agent";

  /** Is asked when there is something to do. */
  public static final String ONLINE = "online";

  /** Is there but not asked. */
  public static final String BUSY = "busy";

  /** Is not there, or says so. */
  public static final String OFFLINE = "offline";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private AppUser user;

  @Column(nullable = false, length = 20)
  private String role;

  @Column(nullable = false, length = 20)
  private String availability;

  @Column(name = "auto_offline", nullable = false)
  private boolean autoOffline;

  @Column(name = "active_at")
  private @Nullable Instant activeAt;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected AccountUser() {}

  public AccountUser(Account account, AppUser user, String role, Instant now) {
    this.account = account;
    this.user = user;
    this.role = role;
    this.availability = ONLINE;
    this.autoOffline = true;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public AppUser user() {
    return user;
  }

  public String role() {
    return role;
  }

  public void role(String newRole) {
    role = newRole;
  }

  /** What the user chose: {@code online}, {@code busy} or {@code offline}. */
  public String availability() {
    return availability;
  }

  public void availability(String newAvailability) {
    availability = newAvailability;
  }

  /** Whether the user counts as offline while not connected. */
  public boolean autoOffline() {
    return autoOffline;
  }

  public void autoOffline(boolean newAutoOffline) {
    autoOffline = newAutoOffline;
  }

  /** When the user last turned to this account. */
  public @Nullable Instant activeAt() {
    return activeAt;
  }

  public void activeAt(@Nullable Instant newActiveAt) {
    activeAt = newActiveAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isAdministrator() {
    return role.equals(ADMINISTRATOR);
  }
}
