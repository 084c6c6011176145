package io.ropeway.service.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with PBKDF2 and HMAC-SHA-512, each with its own salt, as {@code
 * pbkdf2-sha512:<iterations>:<salt>:<hash>}. Slow on purpose, about a tenth of a second; call it
 * outside transactions. Safe for all threads.
 *
 * <p>The JDK's own implementation: it is the same on every application server, and its cost can be
 * raised later, because each hash says its own.
 */
final class PasswordHash {

  private static final String NAME = "pbkdf2-sha512";
  private static final int ITERATIONS = 210_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What a login that does not exist is compared with, so that it takes as long as one that does.
   */
  private static final String NOBODY = hash(Base64.getEncoder().encodeToString(randomSalt()));

  private PasswordHash() {}

  /** A hash to store. */
  static String hash(String password) {
    byte[] salt = randomSalt();
    return String.join(
        ":",
        NAME,
        String.valueOf(ITERATIONS),
        encode(salt),
        encode(derive(password, salt, ITERATIONS)));
  }

  /** Whether the password is the stored hash's; takes the same time whatever the answer. */
  static boolean matches(String password, String stored) {
    String[] parts = stored.split(":", -1);
    if (parts.length != 4 || !parts[0].equals(NAME)) {
      throw new IllegalArgumentException("A stored password hash cannot be read");
    }
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  /** Takes as long as a comparison. */
  static void compareWithNobody(String password) {
    boolean ignored = matches(password, NOBODY);
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot hash passwords", e);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] randomSalt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  private static String encode(byte[] bytes) {
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
  }
}
