package io.ropeway.persistence.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and keeps messages; wants a transaction around it. */
@ApplicationScoped
public class MessageRepository {

  /** Where counting unread messages stops, so that a room left alone for years costs no more. */
  public static final int UNREAD_AT_MOST = 1_000;

  @PersistenceContext EntityManager entities;

  public Optional<Message> find(long roomId, long id) {
    return entities
        .createQuery(
            "select m from Message m join fetch m.sender where m.id = ?1 and m.room.id = ?2",
            Message.class)
        .setParameter(1, id)
        .setParameter(2, roomId)
        .getResultStream()
        .findFirst();
  }

  /** The message that a sender's program gave this name. */
  public Optional<Message> findByClientId(long roomId, long senderId, String clientMessageId) {
    return entities
        .createQuery(
            "select m from Message m join fetch m.sender"
                + " where m.room.id = ?1 and m.sender.id = ?2 and m.clientMessageId = ?3",
            Message.class)
        .setParameter(1, roomId)
        .setParameter(2, senderId)
        .setParameter(3, clientMessageId)
        .getResultStream()
        .findFirst();
  }

  /** The newest messages below an id, ascending. */
  public List<Message> before(long roomId, long id, int limit) {
    List<Message> messages =
        entities
            .createQuery(
                "select m from Message m join fetch m.sender"
                    + " where m.room.id = ?1 and m.id < ?2 order by m.id desc",
                Message.class)
            .setParameter(1, roomId)
            .setParameter(2, id)
            .setMaxResults(limit)
            .getResultList();
    Collections.reverse(messages);
    return messages;
  }

  /** The oldest messages above an id, ascending. */
  public List<Message> after(long roomId, long id, int limit) {
    return entities
        .createQuery(
            "select m from Message m join fetch m.sender"
                + " where m.room.id = ?1 and m.id > ?2 order by m.id",
            Message.class)
        .setParameter(1, roomId)
        .setParameter(2, id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many messages of others a user has not read, by room, for the rooms the user is in. */
  public Map<Long, Integer> unread(long userId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select rm.room_id, (select count(*) from (select 1 from message m"
                    + " where m.room_id = rm.room_id and m.id > rm.last_read_message_id"
                    + " and m.sender_id <> ?1 and not m.deleted limit "
                    + UNREAD_AT_MOST
                    + ") unread) from room_member rm where rm.user_id = ?1")
            .setParameter(1, userId)
            .getResultList();
    Map<Long, Integer> unread = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      unread.put(((Number) columns[0]).longValue(), ((Number) columns[1]).intValue());
    }
    return unread;
  }

  /** Keeps a message and gives it its id; the caller holds the room's lock. */
  public void add(Message message) {
    entities.persist(message);
  }
}
