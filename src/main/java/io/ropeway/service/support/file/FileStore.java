package io.ropeway.service.support.file;

import io.ropeway.broadcast.Transactions;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Attachment;
import io.ropeway.persistence.support.AttachmentRepository;
import io.ropeway.persistence.support.FilePartRepository;
import io.ropeway.service.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of files where every node has them: in a folder that they share if one is set,
 * else in the database. What was kept in the database before a folder was set is still found. Each
 * call is a transaction.
 */
@UseCase
@ApplicationScoped
public class FileStore {

  private static final int KEY_BYTES = 32;

  /** How long a file may be here before its message is. */
  private static final Duration AWAITED = Duration.ofHours(1);

  /** What has no message is found within this time, so that nobody looks through all files. */
  private static final Duration FORGOTTEN = Duration.ofDays(2);

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject FilePartRepository parts;
  @Inject FileFolder folder;
  @Inject FolderSweep sweep;
  @Inject Transactions transactions;
  @Inject AttachmentRepository attachments;
  @Inject DatabaseClock clock;

  /** Keeps a file, which then becomes an attachment, or is taken away after a while. */
  public KeptFile keep(@Nullable String sentName, byte[] content) {
    byte[] random = new byte[KEY_BYTES];
    RANDOM.nextBytes(random);
    String key = add(Base64.getUrlEncoder().withoutPadding().encodeToString(random), content);
    String name = FileName.clean(sentName);
    FileKind kind = FileKind.of(content);
    PictureSize size = kind.fileType().equals("image") ? PictureSize.of(content) : null;
    return new KeptFile(
        kind,
        name,
        FileName.extension(name),
        content.length,
        size == null ? null : size.width(),
        size == null ? null : size.height(),
        key);
  }

  private String add(String random, byte[] content) {
    Instant now = clock.now();
    parts.removeOrphans(now.minus(FORGOTTEN), now.minus(AWAITED));
    if (folder.isUsed()) {
      sweep.run(now, now.minus(AWAITED));
      return folder.add(random, content, now);
    }
    parts.add(random, content, now);
    return random;
  }

  /** Takes files away for good, with the transaction that is running. */
  public void forget(Collection<String> keys) {
    parts.remove(keys);
    List<String> inFolder = keys.stream().filter(FileFolder::isKey).toList();
    if (!inFolder.isEmpty()) {
      transactions.afterCommit(() -> inFolder.forEach(folder::remove));
    }
  }

  /** The file of an address, as long as its message has it. */
  public Optional<FetchedFile> fetch(String key) {
    Optional<Attachment> attachment = attachments.findByKey(key);
    if (attachment.isEmpty()) {
      return Optional.empty();
    }
    return (FileFolder.isKey(key) ? folder.find(key) : parts.find(key))
        .map(
            found ->
                new FetchedFile(
                    attachment.get().fileName(),
                    new FileKind(attachment.get().fileType(), attachment.get().contentType()),
                    found));
  }
}
