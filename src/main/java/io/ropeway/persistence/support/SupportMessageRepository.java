package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds and keeps the messages of conversations; wants a transaction around it. */
@ApplicationScoped
public class SupportMessageRepository {

  private static final String WITH_SENDERS =
      "select m from SupportMessage m left join fetch m.senderUser left join fetch m.senderContact"
          + " where ";

  @PersistenceContext EntityManager entities;

  public Optional<SupportMessage> find(long conversationId, long id) {
    return query("m.conversation.id = ?1 and m.id = ?2")
        .setParameter(1, conversationId)
        .setParameter(2, id)
        .getResultStream()
        .findFirst();
  }

  /** Messages by their ids, with the senders; ids without a message are left out. */
  public Map<Long, SupportMessage> byIds(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return query("m.id in ?1")
        .setParameter(1, ids)
        .getResultStream()
        .collect(Collectors.toMap(SupportMessage::id, message -> message));
  }

  /** The message of a conversation that a sender's program has named so. */
  public Optional<SupportMessage> findByEcho(long conversationId, String echoId) {
    return query("m.conversation.id = ?1 and m.echoId = ?2 order by m.id")
        .setParameter(1, conversationId)
        .setParameter(2, echoId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The messages of a page with their senders, ascending. */
  public List<SupportMessage> page(MessagePageQuery page) {
    TypedQuery<SupportMessage> query =
        query(
                "m.conversation.id = :conversation and m.id >= :from and m.id < :to"
                    + (page.publicOnly() ? " and m.privateNote = false and m.messageType <> 2" : "")
                    + " order by m.id"
                    + (page.newestFirst() ? " desc" : ""))
            .setParameter("conversation", page.conversationId())
            .setParameter("from", page.from())
            .setParameter("to", page.to())
            .setMaxResults(page.limit());
    List<SupportMessage> found = query.getResultList();
    return page.newestFirst()
        ? found.stream().sorted(Comparator.comparingLong(SupportMessage::id)).toList()
        : found;
  }

  /** The account's messages to a contact that it has not read, ascending. */
  public List<SupportMessage> unreadByContact(long conversationId) {
    return query(
            "m.conversation.id = ?1 and m.messageType = 1 and m.privateNote = false"
                + " and m.status <> 'read' and m.status <> 'failed' order by m.id")
        .setParameter(1, conversationId)
        .getResultList();
  }

  /** How many messages of the contact are newer than a time. */
  public long countIncomingAfter(long conversationId, Instant time) {
    return entities
        .createQuery(
            "select count(m) from SupportMessage m where m.conversation.id = ?1"
                + " and m.messageType = 0 and m.createdAt > ?2",
            Long.class)
        .setParameter(1, conversationId)
        .setParameter(2, time)
        .getSingleResult();
  }

  /** The contact's newest message. */
  public Optional<SupportMessage> lastIncoming(long conversationId) {
    return query("m.conversation.id = ?1 and m.messageType = 0 order by m.id desc")
        .setParameter(1, conversationId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** How many messages a conversation has had since a time. */
  public long countSince(long conversationId, Instant time) {
    return entities
        .createQuery(
            "select count(m) from SupportMessage m where m.conversation.id = ?1"
                + " and m.createdAt > ?2",
            Long.class)
        .setParameter(1, conversationId)
        .setParameter(2, time)
        .getSingleResult();
  }

  /** What a user has said anywhere and is not erased, by conversation. */
  public List<SupportMessage> saidBy(long userId) {
    return query("m.senderUser.id = ?1 and m.deleted = false order by m.conversation.id, m.id")
        .setParameter(1, userId)
        .getResultList();
  }

  /** Makes what one contact has said another's words. */
  public void moveSender(long from, long to) {
    entities.flush();
    entities
        .createNativeQuery(
            "update support_message set sender_contact_id = ?2 where sender_contact_id = ?1")
        .setParameter(1, from)
        .setParameter(2, to)
        .executeUpdate();
  }

  /** Makes what a contact has said in one conversation another's words. */
  public void moveSender(long conversationId, long from, long to) {
    entities.flush();
    entities
        .createNativeQuery(
            "update support_message set sender_contact_id = ?3"
                + " where conversation_id = ?1 and sender_contact_id = ?2")
        .setParameter(1, conversationId)
        .setParameter(2, from)
        .setParameter(3, to)
        .executeUpdate();
  }

  /** Keeps a message and gives it its id; the caller holds the conversation's lock. */
  public void add(SupportMessage message) {
    entities.persist(message);
  }

  private TypedQuery<SupportMessage> query(String condition) {
    return entities.createQuery(WITH_SENDERS + condition, SupportMessage.class);
  }
}
