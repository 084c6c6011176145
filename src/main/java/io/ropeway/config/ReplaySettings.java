package io.ropeway.config;

import java.time.Duration;

/**
 * How what clients have missed is sent to them.
 *
 * @param cacheBytes memory for entries of the log that were sent or read a moment ago
 * @param readers pages of the log that are read at the same time
 * @param unpositioned whether clients that state no positions are replayed to what is not proved to
 *     have reached them
 * @param window how long after its connection broke a client may come back for that; entries of the
 *     log stay at least as long
 * @param sessionLifetime how long a session of the extended protocol can be restored
 */
@Settings("replay")
public record ReplaySettings(
    int cacheBytes, int readers, boolean unpositioned, Duration window, Duration sessionLifetime) {}
