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

/**
 * What somebody said in a conversation, or what happened there. A deleted one stays without its
 * text.
 */
@Entity
@Table(name = "support_message")
public class SupportMessage {

  /** From the contact. */
  public static final int INCOMING = 0;

  /** From the account. */
  public static final int OUTGOING = 1;

  /** What happened, told to agents. */
  public static final int ACTIVITY = 2;

  /** From the account, by itself. */
  public static final int TEMPLATE = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "conversation_id")
  private Conversation conversation;

  @Column(name = "message_type", nullable = false)
  private int messageType;

  @Column(name = "content_type", nullable = false, length = 30)
  private String contentType;

  @Column(length = 300_000)
  private @Nullable String content;

  @Column(name = "content_attributes", nullable = false, length = 65_536)
  private String contentAttributes;

  @Column(name = "additional_attributes", nullable = false, length = 65_536)
  private String additionalAttributes;

  @Column(name = "private", nullable = false)
  private boolean privateNote;

  @Column(nullable = false, length = 20)
  private String status;

  @Column(name = "source_id", length = 255)
  private @Nullable String sourceId;

  @Column(name = "echo_id", length = 255)
  private @Nullable String echoId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "sender_user_id")
  private @Nullable AppUser senderUser;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "sender_contact_id")
  private @Nullable Contact senderContact;

  @Column(nullable = false)
  private boolean deleted;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected SupportMessage() {}

  /**
   * A message of the contact's, of an agent's, or of nobody's.
   *
   * @param sender who says it; {@link Sender#NOBODY} for activities
   */
  public SupportMessage(
      Conversation conversation,
      Sender sender,
      int messageType,
      @Nullable String content,
      Instant now) {
    this.conversation = conversation;
    this.senderUser = sender.user();
    this.senderContact = sender.contact();
    this.messageType = messageType;
    this.contentType = "text";
    this.content = content;
    this.contentAttributes = "{}";
    this.additionalAttributes = "{}";
    this.status = "sent";
    this.createdAt = now;
    this.updatedAt = now;
  }

  public long id() {
    return id;
  }

  public Conversation conversation() {
    return conversation;
  }

  /** One of {@link #INCOMING}, {@link #OUTGOING}, {@link #ACTIVITY} and {@link #TEMPLATE}. */
  public int messageType() {
    return messageType;
  }

  public String contentType() {
    return contentType;
  }

  public @Nullable String content() {
    return content;
  }

  /** A JSON object as text. */
  public String contentAttributes() {
    return contentAttributes;
  }

  public void contentAttributes(String newContentAttributes) {
    contentAttributes = newContentAttributes;
  }

  /** A JSON object as text. */
  public String additionalAttributes() {
    return additionalAttributes;
  }

  /** {@code sent}, {@code delivered}, {@code read} or {@code failed}. */
  public String status() {
    return status;
  }

  public void status(String newStatus) {
    status = newStatus;
  }

  public @Nullable String sourceId() {
    return sourceId;
  }

  public void sourceId(@Nullable String newSourceId) {
    sourceId = newSourceId;
  }

  /** The name that the sender's program gave it. */
  public @Nullable String echoId() {
    return echoId;
  }

  public @Nullable AppUser senderUser() {
    return senderUser;
  }

  public @Nullable Contact senderContact() {
    return senderContact;
  }

  public boolean deleted() {
    return deleted;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public boolean isPrivate() {
    return privateNote;
  }

  public boolean isActivity() {
    return messageType == ACTIVITY;
  }

  /** Whether the contact may see it. */
  public boolean isPublic() {
    return !privateNote && messageType != ACTIVITY;
  }

  /** Makes it a note that the contact never sees. */
  public void makePrivate() {
    privateNote = true;
  }

  /** Names it for the sender's program, by which a repeat is known. */
  public void echoId(@Nullable String name) {
    echoId = name;
  }

  public void contentType(String type) {
    contentType = type;
  }

  public void content(@Nullable String text) {
    content = text;
  }

  /** Erases the text for good; attachments are the caller's to remove. */
  public void delete(String notice) {
    content = notice;
    contentAttributes = "{\"deleted\":true}";
    additionalAttributes = "{}";
    echoId = null;
    deleted = true;
  }

  /** Each change is later than the one before, also when the clock is not. */
  public void touch(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now : next;
  }
}
