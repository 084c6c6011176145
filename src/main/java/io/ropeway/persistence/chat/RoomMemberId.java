package io.ropeway.persistence.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who is a member of what. */
@Embeddable
public record RoomMemberId(
    @Column(name = "room_id") long roomId, @Column(name = "user_id") long userId) {}
