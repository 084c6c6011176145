package io.ropeway.persistence.support;

import io.ropeway.persistence.account.RandomToken;
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

/** A contact in an inbox: one a device or session, with a token of its own. */
@Entity
@Table(name = "contact_inbox")
public class ContactInbox {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "contact_id")
  private Contact contact;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "inbox_id")
  private Inbox inbox;

  @Column(name = "source_id", nullable = false, length = 255)
  private String sourceId;

  @Column(name = "pubsub_token", nullable = false, length = 24)
  private String pubsubToken;

  @Column(name = "hmac_verified", nullable = false)
  private boolean hmacVerified;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected ContactInbox() {}

  public ContactInbox(Contact contact, Inbox inbox, String sourceId, Instant now) {
    this.contact = contact;
    this.inbox = inbox;
    this.sourceId = sourceId;
    this.pubsubToken = RandomToken.random();
    this.createdAt = now;
    this.updatedAt = now;
  }

  public long id() {
    return id;
  }

  public Contact contact() {
    return contact;
  }

  public void contact(Contact newContact) {
    contact = newContact;
  }

  public Inbox inbox() {
    return inbox;
  }

  /** Names it within the inbox. */
  public String sourceId() {
    return sourceId;
  }

  /** Whoever knows it listens as this contact inbox. */
  public String pubsubToken() {
    return pubsubToken;
  }

  /** Whether a back end has proved who the contact is. */
  public boolean hmacVerified() {
    return hmacVerified;
  }

  public void hmacVerified(boolean newHmacVerified) {
    hmacVerified = newHmacVerified;
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
