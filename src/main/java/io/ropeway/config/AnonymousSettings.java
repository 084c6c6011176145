package io.ropeway.config;

import java.time.Duration;

/**
 * Connections without any credential.
 *
 * @param enabled {@code true}, {@code false}, or {@code auto}: on when a deployed channel is public
 * @param grace how long such a connection may stay without a confirmed subscription
 */
@Settings("anonymous")
public record AnonymousSettings(String enabled, Duration grace) {}
