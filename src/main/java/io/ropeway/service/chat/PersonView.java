package io.ropeway.service.chat;

import io.ropeway.persistence.account.AppUser;

/** Somebody as others see them. */
public record PersonView(long id, String name) {

  static PersonView of(AppUser user) {
    return new PersonView(user.id(), user.name());
  }
}
