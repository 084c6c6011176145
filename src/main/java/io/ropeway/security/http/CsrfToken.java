package io.ropeway.security.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a page sends in {@code X-CSRF-Token} to prove that it could read an answer of ours: an HMAC
 * under its session's token, so nothing is stored and it ends with the session.
 */
public final class CsrfToken {

  private static final byte[] PURPOSE = "ropeway csrf".getBytes(StandardCharsets.US_ASCII);

  private CsrfToken() {}

  /** The one of a session. */
  public static String of(String sessionToken) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(sessionToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
    }
  }

  static boolean matches(@Nullable String sent, String sessionToken) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8),
            of(sessionToken).getBytes(StandardCharsets.UTF_8));
  }
}
