package io.ropeway.service.chat;

import io.ropeway.broadcast.StreamHead;
import java.util.List;

/**
 * A room as of one instant.
 *
 * @param room the room, as its viewer sees it
 * @param head where the room's stream stood then: what comes after is not in here
 * @param members its members, by name
 * @param recent its last messages
 */
public record RoomSnapshot(
    RoomView room, StreamHead head, List<MemberView> members, MessagePage recent) {}
