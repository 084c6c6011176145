package io.ropeway.config;

import java.time.Duration;

/**
 * Access tokens.
 *
 * @param lifetime from signing in to having to sign in again
 * @param signInAttempts wrong passwords for one login, or ten times as many from one address,
 *     before each further try has to wait; 0 for no limit
 */
@Settings("tokens")
public record TokenSettings(Duration lifetime, int signInAttempts) {}
