package io.ropeway.service.support.profile;

import org.jspecify.annotations.Nullable;

/**
 * What a user changes of itself; null leaves a thing as it is.
 *
 * @param displayName what contacts see; empty for the name
 * @param messageSignature what the user's programs put below messages
 * @param uiSettings what the user's programs keep, a JSON object as text
 */
public record ProfileChange(
    @Nullable String displayName, @Nullable String messageSignature, @Nullable String uiSettings) {}
