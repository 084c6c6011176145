package io.ropeway.config;

import java.time.Duration;

/**
 * Who counts as present.
 *
 * @param grace how long after the last closed socket somebody still counts
 * @param streamGrace the same for who made themselves present in a stream, by the extended protocol
 */
@Settings("presence")
public record PresenceSettings(Duration grace, Duration streamGrace) {}
