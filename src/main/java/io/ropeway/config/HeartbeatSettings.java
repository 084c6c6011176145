package io.ropeway.config;

import java.time.Duration;

/**
 * How both ends learn that the other is gone.
 *
 * @param ping between two pings of the dialect, which clients count on
 * @param probe between two WebSocket ping frames, which the client's machine answers
 * @param missedProbes unanswered probes after which a connection is dead
 * @param missedPongs pings of the dialect that a client of the extended protocol may leave without
 *     a pong or any other word; 0 for any number
 */
@Settings("heartbeat")
public record HeartbeatSettings(Duration ping, Duration probe, int missedProbes, int missedPongs) {}
