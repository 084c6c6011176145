package io.ropeway.persistence.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Finds and keeps rooms; wants a transaction around it. */
@ApplicationScoped
public class RoomRepository {

  @PersistenceContext EntityManager entities;

  public Optional<Room> find(long id) {
    return Optional.ofNullable(entities.find(Room.class, id));
  }

  public Optional<Room> findBySlug(String slug) {
    return entities
        .createQuery("select r from Room r where r.slug = ?1", Room.class)
        .setParameter(1, slug)
        .getResultStream()
        .findFirst();
  }

  public Optional<Long> idOf(String slug) {
    return entities
        .createQuery("select r.id from Room r where r.slug = ?1", Long.class)
        .setParameter(1, slug)
        .getResultStream()
        .findFirst();
  }

  /** Locks a room that was read already, and reads it again as the last holder left it. */
  public void lock(Room room) {
    entities.refresh(room, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The room, locked until the transaction ends. Call it before anything else of the room is read,
   * so that what is read is what the last holder of the lock left.
   */
  public Optional<Room> lock(long id) {
    return Optional.ofNullable(entities.find(Room.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The rooms of an account that a user may see, by name; of an administrator all. */
  public List<RoomRow> visible(long accountId, long userId, boolean all) {
    TypedQuery<RoomRow> query =
        entities.createQuery(
            "select new io.ropeway.persistence.chat.RoomRow(r, m) from Room r"
                + " left join RoomMember m on m.id.roomId = r.id and m.id.userId = :user"
                + " where r.account.id = :account"
                + " and (:all = true or r.visibility = 'public' or m.id.userId is not null)"
                + " order by r.name, r.id",
            RoomRow.class);
    return query
        .setParameter("account", accountId)
        .setParameter("user", userId)
        .setParameter("all", all)
        .getResultList();
  }

  public void add(Room room) {
    entities.persist(room);
  }
}
