package io.ropeway.config;

import java.time.Duration;

/**
 * Running the code of channels.
 *
 * @param handlerTimeout time limit of one handler; then it is interrupted
 * @param threads handlers that run at the same time
 */
@Settings("channels")
public record ChannelSettings(Duration handlerTimeout, int threads) {}
