package io.ropeway.service.support;

import org.jspecify.annotations.Nullable;

/**
 * A contact by one of its sessions, as it sees itself.
 *
 * @param sourceId names the session within the inbox
 * @param pubsubToken whoever knows it listens as this session
 */
public record ContactSession(
    String sourceId,
    String pubsubToken,
    long id,
    String name,
    @Nullable String email,
    @Nullable String phoneNumber) {}
