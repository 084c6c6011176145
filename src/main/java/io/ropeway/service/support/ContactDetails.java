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

  /** Nothing but an identifier. */
  static ContactDetails identified(String identifier) {
    return new ContactDetails(null, null, null, identifier, null, null, null, null, null);
  }

  /** The same as a contact may tell it of itself: neither blocked or not, nor nobody any more. */
  ContactDetails ofItself() {
    return new ContactDetails(
        name,
        email,
        phoneNumber,
        identifier == null || identifier.isBlank() ? null : identifier,
        identifierHash,
        avatarUrl,
        customAttributes,
        additionalAttributes,
        null);
  }

  /** The same without an e-mail address or telephone number by which others are known. */
  ContactDetails without(boolean takenEmail, boolean takenPhone) {
    return new ContactDetails(
        name,
        takenEmail ? null : email,
        takenPhone ? null : phoneNumber,
        identifier,
        identifierHash,
        avatarUrl,
        customAttributes,
        additionalAttributes,
        blocked);
  }
}
