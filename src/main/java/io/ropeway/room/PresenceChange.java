package io.ropeway.room;

import org.jspecify.annotations.Nullable;

/**
 * Somebody came to a room where they were present on no node, or is present on none any more. Fired
 * as an event, on exactly one of all nodes, which tells the others as it tells its own followers.
 *
 * @param info what others see of them, as JSON text, or null
 * @param present whether they came
 */
public record PresenceChange(String room, String who, @Nullable String info, boolean present) {}
