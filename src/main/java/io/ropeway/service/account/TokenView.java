package io.ropeway.service.account;

import java.time.Instant;

/**
 * A token in its owner's list.
 *
 * @param label what the owner knows it by
 * @param lastUsedAt to the minute
 */
public record TokenView(
    long id, String label, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}
