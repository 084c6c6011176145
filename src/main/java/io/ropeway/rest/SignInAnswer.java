package io.ropeway.rest;

import io.ropeway.service.account.IssuedToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a sign-in.
 *
 * @param token absent when it was set as a cookie
 */
public record SignInAnswer(long id, @Nullable String token, Instant expiresAt, SignedInUser user) {

  /** Who signed in. */
  public record SignedInUser(long id, String login, String name, String role) {}

  static SignInAnswer of(IssuedToken issued, boolean asCookie) {
    var user = issued.user();
    return new SignInAnswer(
        issued.id(),
        asCookie ? null : issued.token(),
        issued.expiresAt(),
        new SignedInUser(user.id(), user.login(), user.name(), user.role()));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "SignInAnswer[" + id + "]";
  }
}
