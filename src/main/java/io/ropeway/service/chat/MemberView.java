package io.ropeway.service.chat;

/**
 * Somebody who belongs to a room.
 *
 * @param role {@code member} or {@code moderator}
 * @param online whether they have the room open now
 */
public record MemberView(long id, String name, String role, boolean online) {}
