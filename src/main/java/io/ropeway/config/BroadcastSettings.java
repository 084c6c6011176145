package io.ropeway.config;

import java.util.Optional;

/**
 * Publishing from outside by {@code POST /_broadcast}.
 *
 * @param key the bearer key; without one the endpoint refuses everybody
 * @param maxBytes the largest accepted body
 */
@Settings("broadcast")
public record BroadcastSettings(Optional<String> key, int maxBytes) {}
