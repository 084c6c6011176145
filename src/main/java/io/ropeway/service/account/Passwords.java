package io.ropeway.service.account;

/** Makes what is stored of passwords. */
public final class Passwords {

  private Passwords() {}

  /** A hash to store; slow on purpose, so call it outside transactions. */
  public static String hash(String password) {
    return PasswordHash.hash(password);
  }
}
