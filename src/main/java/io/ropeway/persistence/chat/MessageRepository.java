package io.ropeway.persistence.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and keeps messages; wants a transaction around it. */
@ApplicationScoped
public class MessageRepository {

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

  /** How many messages of others a user has not read, by room, where there are any. */
  public Map<Long, Integer> unread(long userId) {
    Map<Long, Integer> unread = new HashMap<>();
    entities
        .createQuery(
            "select m.room.id, count(m) from RoomMember r join Message m on m.room.id = r.id.roomId"
                + " where r.id.userId = ?1 and m.id > r.lastReadMessageId"
                + " and m.sender.id <> ?1 and m.deleted = false group by m.room.id",
            Object[].class)
        .setParameter(1, userId)
        .getResultList()
        .forEach(row -> unread.put((Long) row[0], ((Long) row[1]).intValue()));
    return unread;
  }

  /** The same for one room that the user has joined. */
  public int unread(RoomMember member) {
    return entities
        .createQuery(
            "select count(m) from Message m where m.room.id = ?1 and m.id > ?2"
                + " and m.sender.id <> ?3 and m.deleted = false",
            Long.class)
        .setParameter(1, member.roomId())
        .setParameter(2, member.lastReadMessageId())
        .setParameter(3, member.userId())
        .getSingleResult()
        .intValue();
  }

  /** The rooms in which somebody has said something. */
  public List<Room> roomsOfSender(long senderId) {
    return entities
        .createQuery(
            "select r from Room r where exists"
                + " (select 1 from Message m where m.room.id = r.id and m.sender.id = ?1)",
            Room.class)
        .setParameter(1, senderId)
        .getResultList();
  }

  /** Deletes everything that somebody has said, whatever was read of it before. */
  public void eraseOfSender(long senderId, Instant now) {
    entities.flush();
    entities
        .createNativeQuery(
            "update message set body = '', deleted = true, client_message_id = null,"
                + " updated_at = greatest(?1, updated_at + interval '0.000001' second)"
                + " where sender_id = ?2")
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, senderId)
        .executeUpdate();
    entities.clear();
  }

  /** Keeps a message and gives it its id; the caller holds the room's lock. */
  public void add(Message message) {
    entities.persist(message);
  }
}
