package io.ropeway.service.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a conversation.
 *
 * @param conversationId the number that clients call it
 */
public record StatusChange(
    long conversationId, String currentStatus, @Nullable Instant snoozedUntil) {}
