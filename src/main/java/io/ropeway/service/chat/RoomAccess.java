package io.ropeway.service.chat;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.chat.MemberRepository;
import io.ropeway.persistence.chat.Room;
import io.ropeway.persistence.chat.RoomMember;
import io.ropeway.persistence.chat.RoomRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.Users;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may enter which room: everybody of the account a public one, members a members-only one, and
 * administrators of the account all. For anybody else a room does not exist.
 */
@ApplicationScoped
class RoomAccess {

  static final String NO_SUCH_ROOM = "There is no such room.";

  @Inject RoomRepository rooms;
  @Inject MemberRepository members;
  @Inject UserRepository users;
  @Inject ChatEvents events;
  @Inject DatabaseClock clock;

  /** The room for somebody, if it exists for them. */
  Optional<Entrance> enter(Optional<Room> room, Identity who) {
    if (room.isEmpty() || who.kind() != Identity.Kind.USER) {
      return Optional.empty();
    }
    return members
        .findUser(room.get().id(), Users.userId(who))
        .filter(row -> !row.user().isErased())
        .filter(row -> row.user().account().id() == room.get().account().id())
        .map(row -> new Entrance(room.get(), row.user(), Optional.ofNullable(row.member())))
        .filter(Entrance::isOpen);
  }

  /** The room, locked until the transaction ends, for somebody who may enter it. */
  Entrance lock(long roomId, Identity who) {
    Optional<Room> room = rooms.lock(roomId);
    hold(who);
    return enter(room, who).orElseThrow(() -> Refusal.notFound(NO_SUCH_ROOM));
  }

  /** The room for somebody who may enter it, and is not erased before the transaction ends. */
  Entrance hold(long roomId, Identity who) {
    hold(who);
    return enter(rooms.find(roomId), who).orElseThrow(() -> Refusal.notFound(NO_SUCH_ROOM));
  }

  /** Keeps anybody from being erased between being named and being logged. */
  private void hold(Identity who) {
    if (who.kind() == Identity.Kind.USER) {
      users.hold(Users.userId(who));
    }
  }

  /** The room of a slug for somebody who may enter it. */
  Entrance require(String slug, Identity who) {
    return enter(rooms.findBySlug(slug), who).orElseThrow(() -> Refusal.notFound(NO_SUCH_ROOM));
  }

  /** The room, locked as {@link #lock}, by its slug. */
  Entrance lock(String slug, Identity who) {
    long id = rooms.idOf(slug).orElseThrow(() -> Refusal.notFound(NO_SUCH_ROOM));
    return lock(id, who);
  }

  /** Makes who came into a public room one of its members, unless they are one. */
  Entrance join(Entrance entrance) {
    Room room = entrance.room();
    if (entrance.member().isPresent() || !room.isPublic()) {
      return entrance;
    }
    rooms.lock(room);
    users.hold(entrance.user());
    if (entrance.user().isErased()) {
      throw Refusal.notFound(NO_SUCH_ROOM);
    }
    RoomMember member =
        members
            .find(room.id(), entrance.user().id())
            .orElseGet(() -> join(room, entrance.user(), RoomMember.MEMBER));
    return new Entrance(room, entrance.user(), Optional.of(member));
  }

  /**
   * Makes somebody a member and says so; the caller holds the lock and knows that they are none.
   */
  RoomMember join(Room room, AppUser user, String role) {
    RoomMember member = new RoomMember(room, user, role, now());
    members.add(member);
    events.joined(room.id(), room.slug(), PersonView.of(user));
    return member;
  }

  /** The time that all nodes share. */
  Instant now() {
    return clock.now();
  }

  /** Somebody at a room's door. */
  record Entrance(Room room, AppUser user, Optional<RoomMember> member) {

    boolean isOpen() {
      return room.isPublic() || member.isPresent() || isAdmin();
    }

    boolean moderates() {
      return isAdmin() || member.map(RoomMember::isModerator).orElse(false);
    }

    private boolean isAdmin() {
      return user.isAdmin();
    }
  }
}
