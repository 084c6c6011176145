package io.ropeway.persistence.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Some bytes of a file: up to a million, in their order. */
@Entity
@Table(name = "file_part")
public class FilePart {

  /** The most bytes of a part. */
  static final int BYTES = 1_000_000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "storage_key", nullable = false, length = 64)
  private String storageKey;

  @Column(nullable = false)
  private int part;

  @Column(nullable = false, length = BYTES)
  private byte[] content;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected FilePart() {}

  FilePart(String storageKey, int part, byte[] content, Instant createdAt) {
    this.storageKey = storageKey;
    this.part = part;
    this.content = content;
    this.createdAt = createdAt;
  }

  public long id() {
    return id;
  }

  public String storageKey() {
    return storageKey;
  }

  /** Counted from 0. */
  public int part() {
    return part;
  }

  /** The bytes themselves, which nobody changes. */
  byte[] content() {
    return content;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
