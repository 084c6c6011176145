package io.ropeway.service.account;

import java.time.Instant;

/**
 * A token that was just made. The only place where its text is ever seen.
 *
 * @param id names the token when it is listed or revoked
 * @param token the text that the client presents from now on
 * @param expiresAt when it ends
 * @param user who signed in
 */
public record IssuedToken(long id, String token, Instant expiresAt, UserView user) {

  /** Without the token's text. */
  @Override
  public String toString() {
    return "IssuedToken[" + id + "]";
  }
}
