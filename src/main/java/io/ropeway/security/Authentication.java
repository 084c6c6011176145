package io.ropeway.security;

import io.ropeway.session.Identity;

/** What an {@link Authenticator} makes of a handshake. */
public sealed interface Authentication {

  /** The credential is valid. */
  record Accepted(Identity identity) implements Authentication {}

  /** A credential was presented and is wrong or revoked. */
  record Refused() implements Authentication {}

  /** No credential of this authenticator's kind was presented; others may know one. */
  record NotPresented() implements Authentication {}

  /** A credential was presented that was valid once; its owner may get another one. */
  record Expired() implements Authentication {}

  static Authentication accepted(Identity identity) {
    return new Accepted(identity);
  }

  static Authentication refused() {
    return new Refused();
  }

  static Authentication expired() {
    return new Expired();
  }

  static Authentication notPresented() {
    return new NotPresented();
  }
}
