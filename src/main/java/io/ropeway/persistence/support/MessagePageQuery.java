package io.ropeway.persistence.support;

import org.jspecify.annotations.Nullable;

/**
 * Which messages of a conversation: {@code from ≤ id < to}, the oldest of them or the newest.
 *
 * @param publicOnly whether only those that the contact sees
 */
public record MessagePageQuery(
    long conversationId, long from, long to, int limit, boolean newestFirst, boolean publicOnly) {

  private static final int PAGE = 20;
  private static final int NEWER = 100;
  private static final int BETWEEN = 1_000;

  /**
   * The page that clients ask for: the newest 20 of all or below {@code before}; up to 100 above
   * {@code after}; or up to 1,000 from {@code after} and below {@code before}.
   */
  public static MessagePageQuery of(
      long conversationId, @Nullable Long after, @Nullable Long before, boolean publicOnly) {
    long to = before == null ? Long.MAX_VALUE : before;
    if (after == null) {
      return new MessagePageQuery(conversationId, 0, to, PAGE, true, publicOnly);
    }
    return before == null
        ? new MessagePageQuery(conversationId, after + 1, to, NEWER, false, publicOnly)
        : new MessagePageQuery(conversationId, after, to, BETWEEN, false, publicOnly);
  }
}
