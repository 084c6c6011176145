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
import java.util.List;

/** What a user of an account wants to be told by mail and by push. */
@Entity
@Table(name = "notification_setting")
public class NotificationSetting {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private AppUser user;

  @Column(name = "email_flags", nullable = false, length = 1_000)
  private String emailFlags;

  @Column(name = "push_flags", nullable = false, length = 1_000)
  private String pushFlags;

  /** For Hibernate. */
  protected NotificationSetting() {}

  /** The setting of a new user: assignments alone. */
  public NotificationSetting(long accountId, AppUser user) {
    this.accountId = accountId;
    this.user = user;
    this.emailFlags = SupportNotification.ASSIGNMENT;
    this.pushFlags = SupportNotification.ASSIGNMENT;
  }

  public long id() {
    return id;
  }

  public long accountId() {
    return accountId;
  }

  public AppUser user() {
    return user;
  }

  /** The types of notifications that are mailed. */
  public List<String> email() {
    return list(emailFlags);
  }

  public void email(List<String> types) {
    emailFlags = String.join(",", types);
  }

  /** The types of notifications that are pushed. */
  public List<String> push() {
    return list(pushFlags);
  }

  public void push(List<String> types) {
    pushFlags = String.join(",", types);
  }

  private static List<String> list(String flags) {
    return flags.isEmpty() ? List.of() : List.of(flags.split(",", -1));
  }
}
