package io.ropeway.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of a sign-in.
 *
 * @param cookie whether the token shall be a cookie that scripts cannot read
 * @param label what the token is called in the user's list
 */
public record SignInRequest(
    @NotBlank @Size(max = 100) String login,
    @NotEmpty @Size(max = 1_000) String password,
    @Nullable Boolean cookie,
    @Nullable @Size(max = 100) String label) {

  boolean wantsCookie() {
    return Boolean.TRUE.equals(cookie);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SignInRequest[]";
  }
}
