package io.ropeway.service.chat;

import io.ropeway.broadcast.Evictions;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.chat.MemberRepository;
import io.ropeway.persistence.chat.Room;
import io.ropeway.persistence.chat.RoomMember;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.chat.RoomAccess.Entrance;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to a room. Blocks for the database. */
@UseCase
@ApplicationScoped
public class RoomMembers {

  @Inject RoomAccess access;
  @Inject MemberRepository members;
  @Inject UserRepository users;
  @Inject ChatEvents events;
  @Inject Evictions evictions;
  @Inject PresenceRegistry presence;

  /** The members of a room that the caller has opened, by name. */
  public List<MemberView> list(long roomId) {
    Set<String> present = presence.present(ChatEvents.stream(roomId));
    return members.ofRoom(roomId).stream().map(member -> view(member, present)).toList();
  }

  /**
   * Makes somebody a member, or changes a member's role. Moderators may do that; everybody may join
   * a public room.
   *
   * @param role {@code member} or {@code moderator}; null leaves it, {@code member} for a new one
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID
   */
  public MemberView put(String slug, Identity by, long userId, @Nullable String role) {
    if (role != null && !role.equals(RoomMember.MEMBER) && !role.equals(RoomMember.MODERATOR)) {
      throw Refusal.invalid("A member's role is member or moderator.");
    }
    Entrance entrance = access.lock(slug, by);
    Room room = entrance.room();
    boolean joinsItself =
        entrance.user().id() == userId && room.isPublic() && !RoomMember.MODERATOR.equals(role);
    if (!entrance.moderates() && !joinsItself) {
      throw Refusal.forbidden("Only a moderator may change who belongs to the room.");
    }
    AppUser user =
        users
            .hold(userId)
            .filter(found -> !found.isErased())
            .filter(found -> found.account().id() == room.account().id())
            .orElseThrow(() -> Refusal.notFound("There is no such user."));
    Optional<RoomMember> existing = members.find(room.id(), userId);
    RoomMember member =
        existing.orElseGet(() -> access.join(room, user, role == null ? RoomMember.MEMBER : role));
    if (role != null) {
      member.role(role);
    }
    return view(member, presence.present(ChatEvents.stream(room.id())));
  }

  /**
   * Ends a membership: a moderator anybody's, everybody their own. Who may not see the room any
   * more stops hearing it at once.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN
   */
  public void remove(String slug, Identity by, long userId) {
    Entrance entrance = access.lock(slug, by);
    Room room = entrance.room();
    if (!entrance.moderates() && entrance.user().id() != userId) {
      throw Refusal.forbidden("Only a moderator may change who belongs to the room.");
    }
    RoomMember member =
        members
            .find(room.id(), userId)
            .orElseThrow(() -> Refusal.notFound("There is no such member."));
    AppUser user = member.user();
    members.remove(member);
    events.left(room.id(), room.slug(), PersonView.of(user));
    if (!room.isPublic() && !user.role().equals(AppUser.ADMIN)) {
      evictions.evict(ChatEvents.stream(room.id()), Identity.key(Identity.Kind.USER, userId));
    }
  }

  private static MemberView view(RoomMember member, Set<String> present) {
    AppUser user = member.user();
    return new MemberView(
        user.id(), user.name(), member.role(), present.contains(String.valueOf(user.id())));
  }
}
