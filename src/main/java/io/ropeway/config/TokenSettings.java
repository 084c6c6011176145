package io.ropeway.config;

import java.time.Duration;

/**
 * Access tokens.
 *
 * @param lifetime from signing in to having to sign in again
 */
@Settings("tokens")
public record TokenSettings(Duration lifetime) {}
