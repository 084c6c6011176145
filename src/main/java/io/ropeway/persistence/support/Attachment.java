package io.ropeway.persistence.support;

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

/** A file of a message; its bytes are in the store of files. */
@Entity
@Table(name = "attachment")
public class Attachment {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "message_id")
  private SupportMessage message;

  @Column(name = "file_type", nullable = false, length = 20)
  private String fileType;

  @Column(name = "file_name", nullable = false, length = 255)
  private String fileName;

  @Column(length = 20)
  private @Nullable String extension;

  @Column(name = "content_type", nullable = false, length = 100)
  private String contentType;

  @Column(name = "file_size", nullable = false)
  private long fileSize;

  @Column private @Nullable Integer width;

  @Column private @Nullable Integer height;

  @Column(name = "storage_key", nullable = false, length = 64)
  private String storageKey;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For Hibernate. */
  protected Attachment() {}

  public Attachment(
      SupportMessage message,
      String fileType,
      String fileName,
      @Nullable String extension,
      String contentType,
      long fileSize,
      String storageKey,
      Instant now) {
    this.accountId = message.conversation().account().id();
    this.message = message;
    this.fileType = fileType;
    this.fileName = fileName;
    this.extension = extension;
    this.contentType = contentType;
    this.fileSize = fileSize;
    this.storageKey = storageKey;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public long accountId() {
    return accountId;
  }

  public SupportMessage message() {
    return message;
  }

  /** {@code image}, {@code audio}, {@code video} or {@code file}. */
  public String fileType() {
    return fileType;
  }

  public String fileName() {
    return fileName;
  }

  public @Nullable String extension() {
    return extension;
  }

  public String contentType() {
    return contentType;
  }

  /** In bytes. */
  public long fileSize() {
    return fileSize;
  }

  public @Nullable Integer width() {
    return width;
  }

  public @Nullable Integer height() {
    return height;
  }

  /** What the store of files calls it. */
  public String storageKey() {
    return storageKey;
  }

  /** Notes an image's size in pixels. */
  public void size(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
  }
}
