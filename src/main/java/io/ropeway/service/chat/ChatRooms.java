package io.ropeway.service.chat;

import io.ropeway.broadcast.StreamHead;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.chat.MessageRepository;
import io.ropeway.persistence.chat.Room;
import io.ropeway.persistence.chat.RoomMember;
import io.ropeway.persistence.chat.RoomRepository;
import io.ropeway.persistence.chat.RoomRow;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.account.Users;
import io.ropeway.service.chat.RoomAccess.Entrance;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rooms that somebody may see. Blocks for the database. */
@UseCase
@ApplicationScoped
public class ChatRooms {

  @Inject RoomAccess access;
  @Inject RoomRepository rooms;
  @Inject MessageRepository messages;
  @Inject UserRepository users;
  @Inject RoomMembers members;
  @Inject ChatMessages chatMessages;
  @Inject StreamLog log;

  /** All rooms that exist for somebody, by name. */
  public List<RoomView> list(Identity who) {
    AppUser user = user(who);
    boolean admin = user.role().equals(AppUser.ADMIN);
    Map<Long, Integer> unread = messages.unread(user.id());
    return rooms.visible(user.account().id(), user.id(), admin).stream()
        .map(row -> RoomView.of(row, unread.getOrDefault(row.room().id(), 0)))
        .toList();
  }

  /**
   * Lets somebody come in, which makes them a member of a public room.
   *
   * @return empty if there is no such room or they may not enter it; it is not told which
   */
  public Optional<RoomView> open(String slug, Identity who) {
    return access.enter(rooms.findBySlug(slug), who).map(access::join).map(this::view);
  }

  /**
   * What somebody sees who is in a room, as of one instant.
   *
   * @param recent how many of the last messages
   * @return empty as for {@link #open}
   */
  public Optional<RoomSnapshot> enter(long roomId, Identity who, int recent) {
    StreamHead head = log.snapshotHead(ChatEvents.stream(roomId)); // before all else is read
    return access
        .enter(rooms.find(roomId), who)
        .map(
            entrance ->
                new RoomSnapshot(
                    view(entrance),
                    head,
                    members.list(roomId),
                    chatMessages.page(roomId, null, null, recent)));
  }

  /** Lets somebody look from outside, which changes nothing. Empty as for {@link #open}. */
  public Optional<RoomView> find(String slug, Identity who) {
    return access.enter(rooms.findBySlug(slug), who).map(this::view);
  }

  /**
   * The id of a room that somebody may enter.
   *
   * @throws Refusal NOT_FOUND if there is none for them
   */
  public long require(String slug, Identity who) {
    return access.require(slug, who).room().id();
  }

  /**
   * Makes a room; its maker becomes its moderator.
   *
   * @throws Refusal INVALID, or CONFLICT if the slug is taken
   */
  public RoomView create(
      Identity who, @Nullable String slug, @Nullable String name, @Nullable String visibility) {
    AppUser user = user(who);
    if (visibility == null || !visibility.equals(Room.PUBLIC) && !visibility.equals(Room.MEMBERS)) {
      throw Refusal.invalid("A room's visibility is public or members.");
    }
    String wanted = ChatText.slug(slug);
    if (rooms.idOf(wanted).isPresent()) {
      throw Refusal.conflict("There is a room of that slug already.");
    }
    Room room = new Room(user.account(), wanted, ChatText.name(name), visibility, access.now());
    rooms.add(room);
    RoomMember member = access.join(room, user, RoomMember.MODERATOR);
    return RoomView.of(new RoomRow(room, member), 0);
  }

  private RoomView view(Entrance entrance) {
    int unread = entrance.member().map(messages::unread).orElse(0);
    return RoomView.of(new RoomRow(entrance.room(), entrance.member().orElse(null)), unread);
  }

  private AppUser user(Identity who) {
    return users
        .find(Users.userId(who))
        .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
  }
}
