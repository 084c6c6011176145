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

  @Column(name = "display_name", length = 100)
  private @Nullable String displayName;

  @Column(name = "pubsub_token", nullable = false, length = 24)
  private String pubsubToken;

  @Column(name = "api_token_hash", length = 64)
  private @Nullable String apiTokenHash;

  @Column(name = "message_signature", length = 2_000)
  private @Nullable String messageSignature;

  @Column(name = "ui_settings", nullable = false, length = 20_000)
  private String uiSettings;

  @Column(name = "active_account_id")
  private @Nullable Long activeAccountId;

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
    this.pubsubToken = RandomToken.random();
    this.uiSettings = "{}";
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
    pubsubToken = RandomToken.random();
  }

  public String name() {
    return name;
  }

  /** What contacts and colleagues see instead of the name, if the user wants that. */
  public @Nullable String displayName() {
    return displayName;
  }

  public void displayName(@Nullable String newName) {
    displayName = newName;
  }

  /** Whoever knows it listens as this user; it changes with the password. */
  public String pubsubToken() {
    return pubsubToken;
  }

  /** The SHA-256 of the token by which scripts speak for the user; null if there is none. */
  public @Nullable String apiTokenHash() {
    return apiTokenHash;
  }

  public void apiTokenHash(@Nullable String hash) {
    apiTokenHash = hash;
  }

  public @Nullable String messageSignature() {
    return messageSignature;
  }

  public void messageSignature(@Nullable String signature) {
    messageSignature = signature;
  }

  /** What the user's programs keep here, a JSON object as text. */
  public String uiSettings() {
    return uiSettings;
  }

  public void uiSettings(String json) {
    uiSettings = json;
  }

  /** The account that the user has turned to last; null for the user's own. */
  public @Nullable Long activeAccountId() {
    return activeAccountId;
  }

  public void activeAccountId(@Nullable Long accountId) {
    activeAccountId = accountId;
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
    displayName = null;
    pubsubToken = RandomToken.random();
    apiTokenHash = null;
    messageSignature = null;
    uiSettings = "{}";
    role = USER;
    erasedAt = now;
  }
}
