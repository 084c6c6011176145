package io.ropeway.service.account;

import io.ropeway.persistence.account.AppUser;

/**
 * A user as the user sees itself.
 *
 * @param role {@code admin} or {@code user}
 */
public record UserView(long id, String login, String name, String role, AccountView account) {

  static UserView of(AppUser user) {
    return new UserView(
        user.id(),
        user.login(),
        user.name(),
        user.role(),
        new AccountView(user.account().id(), user.account().name()));
  }
}
