package io.ropeway.service.support;

import org.jspecify.annotations.Nullable;

/** What an administrator says of an inbox; a null leaves a thing as it is. */
public record InboxSettings(
    @Nullable String name,
    @Nullable Boolean hmacMandatory,
    @Nullable Boolean enableAutoAssignment,
    @Nullable Boolean lockToSingleConversation,
    @Nullable Boolean allowMessagesAfterResolved,
    @Nullable Boolean greetingEnabled,
    @Nullable String greetingMessage,
    @Nullable String websiteUrl) {

  /** Nothing but a name. */
  public static InboxSettings named(String name) {
    return new InboxSettings(name, null, null, null, null, null, null, null);
  }
}
