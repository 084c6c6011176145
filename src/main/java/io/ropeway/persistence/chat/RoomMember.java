package io.ropeway.persistence.chat;

import io.ropeway.persistence.account.AppUser;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.time.Instant;

/** A user's place in a room: the role there and how far it was read. */
@Entity
@Table(name = "room_member")
public class RoomMember {

  /** The role of those who may change others' messages and the membership. */
  public static final String MODERATOR = "moderator";

  /** The role of everybody else. */
  public static final String MEMBER = "member";

  @EmbeddedId private RoomMemberId id;

  @MapsId("userId")
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private AppUser user;

  @Column(nullable = false, length = 20)
  private String role;

  @Column(name = "last_read_message_id", nullable = false)
  private long lastReadMessageId;

  @Column(name = "joined_at", nullable = false)
  private Instant joinedAt;

  /** For Hibernate. */
  protected RoomMember() {}

  public RoomMember(Room room, AppUser user, String role, Instant joinedAt) {
    this.id = new RoomMemberId(room.id(), user.id());
    this.user = user;
    this.role = role;
    this.lastReadMessageId = room.lastMessageId();
    this.joinedAt = joinedAt;
  }

  public long roomId() {
    return id.roomId();
  }

  public long userId() {
    return id.userId();
  }

  public AppUser user() {
    return user;
  }

  public String role() {
    return role;
  }

  public void role(String newRole) {
    role = newRole;
  }

  public boolean isModerator() {
    return role.equals(MODERATOR);
  }

  /** The newest message that the user has seen, 0 if none; what was said before joining is seen. */
  public long lastReadMessageId() {
    return lastReadMessageId;
  }

  /** Moves the mark on; it never goes back. False if it stays where it is. */
  public boolean readUpTo(long messageId) {
    if (messageId <= lastReadMessageId) {
      return false;
    }
    lastReadMessageId = messageId;
    return true;
  }
}
