package io.ropeway.service.support.event;

import org.jspecify.annotations.Nullable;

/** What a field was and what it is now, as on the wire. */
public record Change(@Nullable Object before, @Nullable Object after) {}
