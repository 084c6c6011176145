package io.ropeway.config;

/**
 * How what clients have missed is sent to them.
 *
 * @param cacheBytes memory for entries of the log that were sent or read a moment ago
 * @param readers pages of the log that are read at the same time
 */
@Settings("replay")
public record ReplaySettings(int cacheBytes, int readers) {}
