package io.ropeway.persistence.account;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret for an address or a body: 24 URL-safe characters, 144 random bits. Safe for all threads.
 */
public final class RandomToken {

  private static final int BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
