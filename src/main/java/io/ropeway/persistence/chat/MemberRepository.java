package io.ropeway.persistence.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and keeps who belongs to which room; wants a transaction around it. */
@ApplicationScoped
public class MemberRepository {

  @PersistenceContext EntityManager entities;

  public Optional<RoomMember> find(long roomId, long userId) {
    return Optional.ofNullable(entities.find(RoomMember.class, new RoomMemberId(roomId, userId)));
  }

  /** A user with the account and, if there is one, the membership of a room: one look for both. */
  public Optional<UserRow> findUser(long roomId, long userId) {
    return entities
        .createQuery(
            "select new io.ropeway.persistence.chat.UserRow(u, m) from AppUser u"
                + " join fetch u.account"
                + " left join RoomMember m on m.id.roomId = ?1 and m.id.userId = u.id"
                + " where u.id = ?2",
            UserRow.class)
        .setParameter(1, roomId)
        .setParameter(2, userId)
        .getResultStream()
        .findFirst();
  }

  /** A room's members with their users, by name. */
  public List<RoomMember> ofRoom(long roomId) {
    return entities
        .createQuery(
            "select m from RoomMember m join fetch m.user where m.id.roomId = ?1"
                + " order by m.user.name, m.user.id",
            RoomMember.class)
        .setParameter(1, roomId)
        .getResultList();
  }

  /** A user's memberships with their rooms, by the room's id. */
  public List<RoomMember> ofUser(long userId) {
    return entities
        .createQuery(
            "select m from RoomMember m where m.id.userId = ?1 order by m.id.roomId",
            RoomMember.class)
        .setParameter(1, userId)
        .getResultList();
  }

  public void add(RoomMember member) {
    entities.persist(member);
  }

  public void remove(RoomMember member) {
    entities.remove(member);
  }
}
