package io.ropeway.config;

import java.time.Duration;

/**
 * Chat rooms.
 *
 * @param typing when a typing mark ends by itself
 * @param recent messages that a subscriber is given on joining
 */
@Settings("chat")
public record ChatSettings(Duration typing, int recent) {}
