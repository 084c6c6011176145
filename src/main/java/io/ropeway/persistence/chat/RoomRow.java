package io.ropeway.persistence.chat;

import org.jspecify.annotations.Nullable;

/** A room as one user sees it; without a member if the user has not joined it. */
public record RoomRow(Room room, @Nullable RoomMember member) {}
