package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds and keeps the bytes of files; wants a transaction around it. */
@ApplicationScoped
public class FilePartRepository {

  @PersistenceContext EntityManager entities;

  /** All bytes of a file. */
  public Optional<byte[]> find(String storageKey) {
    List<FilePart> parts =
        entities
            .createQuery(
                "select f from FilePart f where f.storageKey = ?1 order by f.part", FilePart.class)
            .setParameter(1, storageKey)
            .getResultList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    parts.forEach(part -> content.writeBytes(part.content()));
    return Optional.of(content.toByteArray());
  }

  /** Keeps a file of one byte at least. */
  public void add(String storageKey, byte[] content, Instant now) {
    for (int start = 0, part = 0; start < content.length; start += FilePart.BYTES, part++) {
      int end = Math.min(content.length, start + FilePart.BYTES);
      entities.persist(
          new FilePart(storageKey, part, Arrays.copyOfRange(content, start, end), now));
    }
  }

  /** Takes files away for good. */
  public void remove(Collection<String> storageKeys) {
    if (!storageKeys.isEmpty()) {
      entities
          .createQuery("delete from FilePart f where f.storageKey in ?1")
          .setParameter(1, storageKeys)
          .executeUpdate();
    }
  }

  /** Takes away what was kept between two times and belongs to no message. */
  public void removeOrphans(Instant from, Instant to) {
    entities
        .createQuery(
            "delete from FilePart f where f.createdAt >= ?1 and f.createdAt < ?2 and not exists"
                + " (select 1 from Attachment a where a.storageKey = f.storageKey)")
        .setParameter(1, from)
        .setParameter(2, to)
        .executeUpdate();
  }
}
