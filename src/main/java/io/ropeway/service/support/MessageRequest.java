package io.ropeway.service.support;

import org.jspecify.annotations.Nullable;

/**
 * Which messages of a conversation: with neither end the newest 20; below {@code before} the newest
 * 20; above {@code after} the oldest 100; with both all between, {@code after} among them.
 */
public record MessageRequest(@Nullable Long after, @Nullable Long before) {}
