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
import org.jspecify.annotations.Nullable;

/** Somebody who writes to an account. */
@Entity
@Table(name = "contact")
public class Contact {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false, length = 255)
  private String name;

  @Column(length = 255)
  private @Nullable String email;

  @Column(name = "phone_number", length = 40)
  private @Nullable String phoneNumber;

  @Column(length = 255)
  private @Nullable String identifier;

  @Column(name = "contact_type", nullable = false, length = 20)
  private String contactType;

  @Column(nullable = false)
  private boolean blocked;

  @Column(name = "avatar_url", length = 1_000)
  private @Nullable String avatarUrl;

  @Column(name = "additional_attributes", nullable = false, length = 65_536)
  private String additionalAttributes;

  @Column(name = "custom_attributes", nullable = false, length = 65_536)
  private String customAttributes;

  @Column(name = "last_activity_at")
  private @Nullable Instant lastActivityAt;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected Contact() {}

  public Contact(Account account, String name, Instant now) {
    this.account = account;
    this.name = name;
    this.contactType = "visitor";
    this.additionalAttributes = "{}";
    this.customAttributes = "{}";
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

  public void name(String newName) {
    name = newName;
  }

  /** In lower case. */
  public @Nullable String email() {
    return email;
  }

  public void email(@Nullable String newEmail) {
    email = newEmail;
  }

  /** In E.164. */
  public @Nullable String phoneNumber() {
    return phoneNumber;
  }

  public void phoneNumber(@Nullable String newPhoneNumber) {
    phoneNumber = newPhoneNumber;
  }

  /** What a back end of the account's calls the contact. */
  public @Nullable String identifier() {
    return identifier;
  }

  public void identifier(@Nullable String newIdentifier) {
    identifier = newIdentifier;
  }

  /** {@code visitor}, {@code lead} or {@code customer}. */
  public String contactType() {
    return contactType;
  }

  public void contactType(String newContactType) {
    contactType = newContactType;
  }

  public boolean blocked() {
    return blocked;
  }

  public void blocked(boolean newBlocked) {
    blocked = newBlocked;
  }

  public @Nullable String avatarUrl() {
    return avatarUrl;
  }

  public void avatarUrl(@Nullable String newAvatarUrl) {
    avatarUrl = newAvatarUrl;
  }

  /** A JSON object as text. */
  public String additionalAttributes() {
    return additionalAttributes;
  }

  public void additionalAttributes(String newAdditionalAttributes) {
    additionalAttributes = newAdditionalAttributes;
  }

  /** A JSON object as text. */
  public String customAttributes() {
    return customAttributes;
  }

  public void customAttributes(String newCustomAttributes) {
    customAttributes = newCustomAttributes;
  }

  public @Nullable Instant lastActivityAt() {
    return lastActivityAt;
  }

  public void lastActivityAt(@Nullable Instant newLastActivityAt) {
    lastActivityAt = newLastActivityAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /** Each change is later than the one before, also when the clock is not. */
  public void touch(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now : next;
  }
}
