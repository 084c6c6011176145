package io.ropeway.persistence.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** An organisation: the users of one account see each other and their account's rooms. */
@Entity
public class Account {

  /** Open for its users. */
  public static final String ACTIVE = "active";

  /** Closed for its users. */
  public static final String SUSPENDED = "suspended";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false, length = 20)
  private String status;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected Account() {}

  public Account(String name, Instant createdAt) {
    this.name = name;
    this.status = ACTIVE;
    this.createdAt = createdAt;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** {@code active} or {@code suspended}. */
  public String status() {
    return status;
  }

  public void status(String newStatus) {
    status = newStatus;
  }

  public boolean isActive() {
    return status.equals(ACTIVE);
  }
}
