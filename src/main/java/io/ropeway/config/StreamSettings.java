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
 * @param writers transactions that wait for locks of rooms and streams at the same time
 * @param requireDurableDatabase whether a database is refused that may lose what it has confirmed
 */
@Settings("streams")
public record StreamSettings(
    List<String> durable,
    Duration keep,
    int keepEvents,
    int writers,
    boolean requireDurableDatabase) {}
