package io.ropeway.persistence.chat;

import io.ropeway.persistence.account.AppUser;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody said in a room. A deleted message stays as a row without its text. */
@Entity
public class Message {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "room_id")
  private Room room;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "sender_id")
  private AppUser sender;

  @Column(name = "client_message_id", length = 100)
  private @Nullable String clientMessageId;

  @Column(nullable = false, length = 20_000)
  private String body;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Column(nullable = false)
  private boolean edited;

  @Column(nullable = false)
  private boolean deleted;

  /** For Hibernate. */
  protected Message() {}

  public Message(
      Room room, AppUser sender, @Nullable String clientMessageId, String body, Instant now) {
    this.room = room;
    this.sender = sender;
    this.clientMessageId = clientMessageId;
    this.body = body;
    this.createdAt = now;
    this.updatedAt = now;
  }

  public long id() {
    return id;
  }

  public Room room() {
    return room;
  }

  public AppUser sender() {
    return sender;
  }

  /** The name that the sender's program gave the message, by which a repeat is known. */
  public Optional<String> clientMessageId() {
    return Optional.ofNullable(clientMessageId);
  }

  public String body() {
    return body;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public boolean edited() {
    return edited;
  }

  public boolean deleted() {
    return deleted;
  }

  /** Replaces the text. */
  public void edit(String newBody, Instant now) {
    body = newBody;
    edited = true;
    changed(now);
  }

  /** Erases the text for good. */
  public void delete(Instant now) {
    body = "";
    deleted = true;
    changed(now);
  }

  /** Each change is later than the one before, also when the clock is not. */
  private void changed(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now : next;
  }
}
