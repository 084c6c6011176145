package io.ropeway.service.support;

import org.jspecify.annotations.Nullable;

/**
 * A conversation that an agent begins.
 *
 * @param sourceId the contact's session in the inbox; null for any, which is made if there is none
 * @param status null for open
 * @param additionalAttributes a JSON object as text; null for none
 * @param customAttributes a JSON object as text; null for none
 * @param message what to say first; null for nothing
 */
public record NewConversation(
    long inboxId,
    long contactId,
    @Nullable String sourceId,
    @Nullable String status,
    @Nullable Long assigneeId,
    @Nullable Long teamId,
    @Nullable String additionalAttributes,
    @Nullable String customAttributes,
    @Nullable Draft message) {}
