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

/** Somebody who takes part in a conversation and is told of what is said there. */
@Entity
@Table(name = "conversation_participant")
public class ConversationParticipant {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "conversation_id")
  private Conversation conversation;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private AppUser user;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected ConversationParticipant() {}

  public ConversationParticipant(Conversation conversation, AppUser user, Instant now) {
    this.conversation = conversation;
    this.user = user;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public Conversation conversation() {
    return conversation;
  }

  public AppUser user() {
    return user;
  }
}
