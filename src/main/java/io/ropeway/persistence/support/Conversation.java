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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact's talk with an account. Changed under the row's lock, and each change is later than the
 * one before.
 */
@Entity
@Table(name = "conversation")
public class Conversation {

  public static final String OPEN = "open";
  public static final String RESOLVED = "resolved";
  public static final String PENDING = "pending";
  public static final String SNOOZED = "snoozed";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(name = "display_id", nullable = false)
  private long displayId;

  @Column(nullable = false, length = 36)
  private String uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "inbox_id")
  private Inbox inbox;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "contact_id")
  private Contact contact;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "contact_inbox_id")
  private ContactInbox contactInbox;

  @Column(nullable = false, length = 20)
  private String status;

  @Column(length = 20)
  private @Nullable String priority;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_id")
  private @Nullable AppUser assignee;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id")
  private @Nullable Team team;

  @Column(nullable = false)
  private boolean muted;

  @Column(name = "unread_count", nullable = false)
  private long unreadCount;

  @Column(name = "last_message_id", nullable = false)
  private long lastMessageId;

  @Column(name = "last_said_message_id", nullable = false)
  private long lastSaidMessageId;

  @Column(name = "last_public_message_id", nullable = false)
  private long lastPublicMessageId;

  @Column(name = "agent_last_seen_at")
  private @Nullable Instant agentLastSeenAt;

  @Column(name = "assignee_last_seen_at")
  private @Nullable Instant assigneeLastSeenAt;

  @Column(name = "contact_last_seen_at")
  private @Nullable Instant contactLastSeenAt;

  @Column(name = "last_activity_at", nullable = false)
  private Instant lastActivityAt;

  @Column(name = "waiting_since")
  private @Nullable Instant waitingSince;

  @Column(name = "first_reply_created_at")
  private @Nullable Instant firstReplyCreatedAt;

  @Column(name = "snoozed_until")
  private @Nullable Instant snoozedUntil;

  @Column(name = "additional_attributes", nullable = false, length = 65_536)
  private String additionalAttributes;

  @Column(name = "custom_attributes", nullable = false, length = 65_536)
  private String customAttributes;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected Conversation() {}

  /** A conversation with a number from the account's {@link AccountCounter}. */
  public Conversation(ContactInbox contactInbox, long displayId, String status, Instant now) {
    this.account = contactInbox.inbox().account();
    this.displayId = displayId;
    this.uuid = UUID.randomUUID().toString();
    this.inbox = contactInbox.inbox();
    this.contact = contactInbox.contact();
    this.contactInbox = contactInbox;
    this.status = status;
    this.lastActivityAt = now;
    this.waitingSince = now;
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

  /** The number by which clients call it, counted within the account. */
  public long displayId() {
    return displayId;
  }

  public String uuid() {
    return uuid;
  }

  public Inbox inbox() {
    return inbox;
  }

  public Contact contact() {
    return contact;
  }

  public void contact(Contact newContact) {
    contact = newContact;
  }

  public ContactInbox contactInbox() {
    return contactInbox;
  }

  /** {@code open}, {@code resolved}, {@code pending} or {@code snoozed}. */
  public String status() {
    return status;
  }

  public void status(String newStatus) {
    status = newStatus;
  }

  /** {@code low}, {@code medium}, {@code high}, {@code urgent} or null. */
  public @Nullable String priority() {
    return priority;
  }

  public void priority(@Nullable String newPriority) {
    priority = newPriority;
  }

  public @Nullable AppUser assignee() {
    return assignee;
  }

  public void assignee(@Nullable AppUser newAssignee) {
    assignee = newAssignee;
  }

  public @Nullable Team team() {
    return team;
  }

  public void team(@Nullable Team newTeam) {
    team = newTeam;
  }

  /** Whether what the contact says does not open it again. */
  public boolean muted() {
    return muted;
  }

  public void muted(boolean newMuted) {
    muted = newMuted;
  }

  /** The messages of the contact that no agent has seen. */
  public long unreadCount() {
    return unreadCount;
  }

  public void unreadCount(long newUnreadCount) {
    unreadCount = newUnreadCount;
  }

  /** The newest message, 0 before the first. */
  public long lastMessageId() {
    return lastMessageId;
  }

  /** The newest one that is no activity, 0 before the first. */
  public long lastSaidMessageId() {
    return lastSaidMessageId;
  }

  /** The newest one that is no activity and that the contact sees too, 0 before the first. */
  public long lastPublicMessageId() {
    return lastPublicMessageId;
  }

  public @Nullable Instant agentLastSeenAt() {
    return agentLastSeenAt;
  }

  public void agentLastSeenAt(@Nullable Instant newAgentLastSeenAt) {
    agentLastSeenAt = newAgentLastSeenAt;
  }

  public @Nullable Instant assigneeLastSeenAt() {
    return assigneeLastSeenAt;
  }

  public void assigneeLastSeenAt(@Nullable Instant newAssigneeLastSeenAt) {
    assigneeLastSeenAt = newAssigneeLastSeenAt;
  }

  public @Nullable Instant contactLastSeenAt() {
    return contactLastSeenAt;
  }

  public void contactLastSeenAt(@Nullable Instant newContactLastSeenAt) {
    contactLastSeenAt = newContactLastSeenAt;
  }

  public Instant lastActivityAt() {
    return lastActivityAt;
  }

  public void lastActivityAt(Instant newLastActivityAt) {
    lastActivityAt = newLastActivityAt;
  }

  /** Since when the contact waits for a reply; null if it does not. */
  public @Nullable Instant waitingSince() {
    return waitingSince;
  }

  public void waitingSince(@Nullable Instant newWaitingSince) {
    waitingSince = newWaitingSince;
  }

  public @Nullable Instant firstReplyCreatedAt() {
    return firstReplyCreatedAt;
  }

  public void firstReplyCreatedAt(@Nullable Instant newFirstReplyCreatedAt) {
    firstReplyCreatedAt = newFirstReplyCreatedAt;
  }

  public @Nullable Instant snoozedUntil() {
    return snoozedUntil;
  }

  public void snoozedUntil(@Nullable Instant newSnoozedUntil) {
    snoozedUntil = newSnoozedUntil;
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

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /** Notes the newest message; the caller holds the conversation's lock. */
  public void said(SupportMessage message) {
    lastMessageId = message.id();
    lastActivityAt = message.createdAt();
    if (!message.isActivity()) {
      lastSaidMessageId = message.id();
      lastPublicMessageId = message.isPrivate() ? lastPublicMessageId : message.id();
    }
  }

  /** Each change is later than the one before, also when the clock is not. */
  public void touch(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now : next;
  }
}
