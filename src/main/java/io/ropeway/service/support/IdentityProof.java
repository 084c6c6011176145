package io.ropeway.service.support;

import io.ropeway.persistence.support.Inbox;
import io.ropeway.service.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a back end that a contact is who it says: HMAC-SHA-256 of the identifier, in hex.
 */
final class IdentityProof {

  private IdentityProof() {}

  /**
   * Whether a contact is proved; false if it says nothing that needs a proof.
   *
   * @throws Refusal UNAUTHENTICATED if the proof is wrong, or missing where the inbox wants one
   */
  static boolean check(Inbox inbox, @Nullable String identifier, @Nullable String hash) {
    if (hash == null || hash.isEmpty()) {
      if (inbox.hmacMandatory()) {
        throw wrong();
      }
      return false;
    }
    byte[] expected = of(inbox, identifier == null ? "" : identifier);
    byte[] given = hash.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) {
      throw wrong();
    }
    return true;
  }

  private static byte[] of(Inbox inbox, String identifier) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(inbox.hmacToken().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC with SHA-256", e);
    }
  }

  private static Refusal wrong() {
    return Refusal.unauthenticated("HMAC failed: Invalid Identifier Hash Provided");
  }
}
