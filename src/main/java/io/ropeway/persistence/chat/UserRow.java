package io.ropeway.persistence.chat;

import io.ropeway.persistence.account.AppUser;
import org.jspecify.annotations.Nullable;

/** A user as one room sees them; without a member if they have not joined it. */
public record UserRow(AppUser user, @Nullable RoomMember member) {}
