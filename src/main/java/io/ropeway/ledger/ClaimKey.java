package io.ropeway.ledger;

import io.ropeway.session.ClientSession;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a client that comes back without a word about its past can be known by. Others of the same
 * user may have the same key, such as two tabs of one browser; each receipt is claimed once.
 */
public final class ClaimKey {

  private ClaimKey() {}

  /**
   * The key of a subscription: who, what, with which credential, which program, from which page.
   */
  public static String of(ClientSession session, String identifier) {
    Identity identity = session.identity();
    HandshakeRequest request = session.request();
    String credential = identity.credentialId();
    return of(
        session.codec().subprotocol(),
        identity.key(),
        identifier,
        credential == null ? "" : credential,
        request.header("user-agent").orElse(""),
        request.header("origin").orElse(""));
  }

  /** A key of any parts, of the same length whatever they are; tells nothing about them. */
  public static String of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has it", e);
    }
  }
}
