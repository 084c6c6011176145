package io.ropeway.persistence.account;

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

/** Somebody who signs in with a password. The login is in lower case. */
@Entity
@Table(name = "app_user")
public class AppUser {

  /** The role of those who may change what others said and made. */
  public static final String ADMIN = "admin";

  /** The role of everybody else. */
  public static final String USER = "user";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false, length = 100)
  private String login;

  @Column(name = "password_hash", nullable = false)
  private String passwordHash;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false, length = 20)
  private String role;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "erased_at")
  private @Nullable Instant erasedAt;

  /** For Hibernate. */
  protected AppUser() {}

  public AppUser(
      Account account,
      String login,
      String passwordHash,
      String name,
      String role,
      Instant createdAt) {
    this.account = account;
    this.login = login;
    this.passwordHash = passwordHash;
    this.name = name;
    this.role = role;
    this.createdAt = createdAt;
  }

  public long id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public String login() {
    return login;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public void passwordHash(String hash) {
    passwordHash = hash;
  }

  public String name() {
    return name;
  }

  public String role() {
    return role;
  }

  public boolean isAdmin() {
    return role.equals(ADMIN);
  }

  /** Whether nothing is left of the user but the id. */
  public boolean isErased() {
    return erasedAt != null;
  }

  /** Takes away everything that tells who the user was, and every right. */
  public void erase(String anonymousName, Instant now) {
    login = "erased-" + id; // logins are unique
    passwordHash = "-";
    name = anonymousName;
    role = USER;
    erasedAt = now;
  }
}
