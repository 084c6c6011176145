package io.ropeway.security;

/** A credential could not be checked, because what is needed for it is away just now. */
public class AuthenticationUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AuthenticationUnavailableException(Throwable cause) {
    super("Credentials cannot be checked just now", cause);
  }
}
