package io.ropeway.persistence.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's presence in a room on one node.
 *
 * @param info what others see of them, as JSON text, or null
 */
public record LeaseRow(String room, String who, @Nullable String info) {}
