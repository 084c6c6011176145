package io.ropeway.service.support;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a contact; a null tells nothing.
 *
 * @param identifier what a back end of the account's calls it
 * @param identifierHash the proof that a back end calls it so
 * @param customAttributes a JSON object as text, whose fields are put beside those that there are
 * @param additionalAttributes the same
 */
public record ContactDetails(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phoneNumber,
    @Nullable String identifier,
    @Nullable String identifierHash,
    @Nullable String avatarUrl,
    @Nullable String customAttributes,
    @Nullable String additionalAttributes,
    @Nullable Boolean blocked) {

  /** Nothing. */
  public static final ContactDetails NONE =
      new ContactDetails(null, null, null, null, null, null, null, null, null);
}
