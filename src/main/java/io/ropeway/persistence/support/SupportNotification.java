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

/** What a user is told of a conversation. */
@Entity
@Table(name = "support_notification")
public class SupportNotification {

  public static final String CREATION = "conversation_creation";
  public static final String ASSIGNMENT = "conversation_assignment";
  public static final String ASSIGNED_MESSAGE = "assigned_conversation_new_message";
  public static final String MENTION = "conversation_mention";
  public static final String PARTICIPATING_MESSAGE = "participating_conversation_new_message";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private AppUser user;

  @Column(name = "notification_type", nullable = false, length = 60)
  private String notificationType;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "conversation_id")
  private Conversation conversation;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "message_id")
  private @Nullable SupportMessage message;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "actor_id")
  private @Nullable AppUser actor;

  @Column(name = "read_at")
  private @Nullable Instant readAt;

  @Column(name = "snoozed_until")
  private @Nullable Instant snoozedUntil;

  @Column(name = "last_activity_at", nullable = false)
  private Instant lastActivityAt;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected SupportNotification() {}

  public SupportNotification(
      AppUser user,
      String notificationType,
      Conversation conversation,
      @Nullable SupportMessage message,
      @Nullable AppUser actor,
      Instant now) {
    this.accountId = conversation.account().id();
    this.user = user;
    this.notificationType = notificationType;
    this.conversation = conversation;
    this.message = message;
    this.actor = actor;
    this.lastActivityAt = now;
    this.createdAt = now;
    this.updatedAt = now;
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

  public String notificationType() {
    return notificationType;
  }

  public Conversation conversation() {
    return conversation;
  }

  /** The message that it tells of, if it tells of one. */
  public @Nullable SupportMessage message() {
    return message;
  }

  /** Who did what it tells of, if there is no message. */
  public @Nullable AppUser actor() {
    return actor;
  }

  public @Nullable Instant readAt() {
    return readAt;
  }

  public void readAt(@Nullable Instant newReadAt) {
    readAt = newReadAt;
  }

  public @Nullable Instant snoozedUntil() {
    return snoozedUntil;
  }

  public void snoozedUntil(@Nullable Instant newSnoozedUntil) {
    snoozedUntil = newSnoozedUntil;
  }

  public Instant lastActivityAt() {
    return lastActivityAt;
  }

  public void lastActivityAt(Instant newLastActivityAt) {
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
