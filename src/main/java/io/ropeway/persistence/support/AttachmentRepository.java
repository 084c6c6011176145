package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds and keeps what messages have attached; wants a transaction around it. */
@ApplicationScoped
public class AttachmentRepository {

  @PersistenceContext EntityManager entities;

  public Optional<Attachment> find(long id) {
    return Optional.ofNullable(entities.find(Attachment.class, id));
  }

  /** The attachment of which the store of files has the bytes under a key. */
  public Optional<Attachment> findByKey(String storageKey) {
    return entities
        .createQuery("select a from Attachment a where a.storageKey = ?1", Attachment.class)
        .setParameter(1, storageKey)
        .getResultStream()
        .findFirst();
  }

  /** Which of these keys belong to attachments. */
  public Set<String> knownKeys(Collection<String> storageKeys) {
    return storageKeys.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery(
                    "select a.storageKey from Attachment a where a.storageKey in ?1", String.class)
                .setParameter(1, storageKeys)
                .getResultList());
  }

  /** The attachments of messages, by the message's id; without those that have none. */
  public Map<Long, List<Attachment>> ofMessages(Collection<Long> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select a from Attachment a where a.message.id in ?1 order by a.id", Attachment.class)
        .setParameter(1, messageIds)
        .getResultStream()
        .collect(Collectors.groupingBy(attachment -> attachment.message().id()));
  }

  public void add(Attachment attachment) {
    entities.persist(attachment);
  }

  public void remove(Attachment attachment) {
    entities.remove(attachment);
  }
}
