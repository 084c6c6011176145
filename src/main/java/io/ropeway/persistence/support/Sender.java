package io.ropeway.persistence.support;

import io.ropeway.persistence.account.AppUser;
import org.jspecify.annotations.Nullable;

/** Who says something: a user, a contact, or nobody; never both. */
public record Sender(@Nullable AppUser user, @Nullable Contact contact) {

  /** For what says itself. */
  public static final Sender NOBODY = new Sender(null, null);

  public static Sender of(AppUser user) {
    return new Sender(user, null);
  }

  public static Sender of(Contact contact) {
    return new Sender(null, contact);
  }
}
