package io.ropeway.config;

import java.time.Duration;
import java.util.List;

/**
 * Durable streams and what is kept of them.
 *
 * @param durable names of streams that are durable besides those that channels declare; {@code *}
 *     stands for any run of characters
 * @param keep how long entries stay in the log at least
 * @param keepEvents how many entries of a stream stay in the log however old they are
 */
@Settings("streams")
public record StreamSettings(List<String> durable, Duration keep, int keepEvents) {}
