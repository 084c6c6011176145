package io.ropeway.service.support.event;

/**
 * The place of a user who looks at one conversation.
 *
 * @param conversationId the row's id
 * @param displayId the number that clients call it
 * @param stream what tells of it, by the user's widest right
 * @param administers whether the user may look whoever is assigned
 */
public record ConversationSeat(
    DeskListener listener,
    long conversationId,
    long displayId,
    String stream,
    boolean administers) {}
