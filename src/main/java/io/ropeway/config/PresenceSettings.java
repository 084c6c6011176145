package io.ropeway.config;

import java.time.Duration;

/**
 * Who counts as present.
 *
 * @param grace how long after the last closed socket somebody still counts
 */
@Settings("presence")
public record PresenceSettings(Duration grace) {}
