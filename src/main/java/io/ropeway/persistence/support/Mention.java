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

/** That somebody was named in a note of a conversation, and when last. */
@Entity
@Table(name = "mention")
public class Mention {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "conversation_id")
  private Conversation conversation;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private AppUser user;

  @Column(name = "mentioned_at", nullable = false)
  private Instant mentionedAt;

  /** For Hibernate. */
  protected Mention() {}

  public Mention(Conversation conversation, AppUser user, Instant now) {
    this.accountId = conversation.account().id();
    this.conversation = conversation;
    this.user = user;
    this.mentionedAt = now;
  }

  public long id() {
    return id;
  }

  public long accountId() {
    return accountId;
  }

  public Conversation conversation() {
    return conversation;
  }

  public AppUser user() {
    return user;
  }

  public Instant mentionedAt() {
    return mentionedAt;
  }

  public void mentionedAt(Instant newMentionedAt) {
    mentionedAt = newMentionedAt;
  }
}
