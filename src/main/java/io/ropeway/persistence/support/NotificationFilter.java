package io.ropeway.persistence.support;

/** Which notifications of a user: always the unread ones, and read or snoozed ones if wanted. */
public record NotificationFilter(
    long accountId, long userId, boolean withRead, boolean withSnoozed, boolean ascending) {

  /** Those that are neither read nor snoozed. */
  public static NotificationFilter unread(long accountId, long userId) {
    return new NotificationFilter(accountId, userId, false, false, false);
  }
}
