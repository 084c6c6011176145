package io.ropeway.service.chat;

import io.ropeway.persistence.chat.RoomMember;
import io.ropeway.persistence.chat.RoomRow;
import jakarta.json.bind.annotation.JsonbNillable;
import org.jspecify.annotations.Nullable;

/**
 * A room as one user sees it.
 *
 * @param slug the room's name in addresses
 * @param visibility {@code public} or {@code members}
 * @param member whether the user has joined it
 * @param unread messages of others that the user has not read
 * @param lastMessageId the newest message, or null before the first
 * @param lastReadMessageId the newest message that the user has read, or null if none
 */
@JsonbNillable
public record RoomView(
    long id,
    String slug,
    String name,
    String visibility,
    boolean member,
    int unread,
    @Nullable Long lastMessageId,
    @Nullable Long lastReadMessageId) {

  static RoomView of(RoomRow row, int unread) {
    RoomMember member = row.member();
    return new RoomView(
        row.room().id(),
        row.room().slug(),
        row.room().name(),
        row.room().visibility(),
        member != null,
        unread,
        orNull(row.room().lastMessageId()),
        member == null ? null : orNull(member.lastReadMessageId()));
  }

  private static @Nullable Long orNull(long id) {
    return id == 0 ? null : Long.valueOf(id);
  }
}
