package io.ropeway.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is present in a stream.
 *
 * @param id names them there
 * @param info what others see of them, as JSON text, or null
 */
public record PresenceRecord(String id, @Nullable String info) {}
