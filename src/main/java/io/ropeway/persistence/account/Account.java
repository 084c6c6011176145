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

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected Account() {}

  public Account(String name, Instant createdAt) {
    this.name = name;
    this.createdAt = createdAt;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }
}
