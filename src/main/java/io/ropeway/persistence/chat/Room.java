package io.ropeway.persistence.chat;

import io.ropeway.persistence.account.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** A place where messages are said; its slug is its name in addresses. */
@Entity
public class Room {

  /** Visible to everybody of the account. */
  public static final String PUBLIC = "public";

  /** Visible to its members alone. */
  public static final String MEMBERS = "members";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false, length = 64)
  private String slug;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false, length = 20)
  private String visibility;

  @Column(name = "last_message_id", nullable = false)
  private long lastMessageId;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected Room() {}

  public Room(Account account, String slug, String name, String visibility, Instant createdAt) {
    this.account = account;
    this.slug = slug;
    this.name = name;
    this.visibility = visibility;
    this.createdAt = createdAt;
  }

  public long id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public String slug() {
    return slug;
  }

  public String name() {
    return name;
  }

  public String visibility() {
    return visibility;
  }

  public boolean isPublic() {
    return visibility.equals(PUBLIC);
  }

  /** The newest message's id, 0 before the first. */
  public long lastMessageId() {
    return lastMessageId;
  }

  /** Notes the newest message; the caller holds the room's lock. */
  public void lastMessageId(long id) {
    lastMessageId = id;
  }
}
