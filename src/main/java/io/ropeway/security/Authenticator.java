package io.ropeway.security;

import io.ropeway.session.HandshakeRequest;

/**
 * Recognises one kind of credential. Every bean of this type is asked, those with a lower {@link
 * jakarta.annotation.Priority} first, until one accepts or refuses.
 */
public interface Authenticator {

  /**
   * Looks at a handshake or request. May block.
   *
   * @throws AuthenticationUnavailableException if the credential could not be checked just now,
   *     which is never a refusal
   */
  Authentication authenticate(HandshakeRequest request);
}
