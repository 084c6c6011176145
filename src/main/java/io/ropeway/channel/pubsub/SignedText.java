package io.ropeway.channel.pubsub;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Texts that another back end has signed, in the format of Rails' MessageVerifier with its JSON
 * serialiser: Base64 of the JSON text, {@code --}, and HMAC-SHA256 of that in lower-case
 * hexadecimal digits.
 */
final class SignedText {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SEPARATOR = "--";

  private SignedText() {}

  /** The text, if the signature is right. Takes the same time however much of it is. */
  static Optional<String> verify(String signed, String secret) {
    int end = signed.lastIndexOf(SEPARATOR);
    if (end < 0) {
      return Optional.empty();
    }
    String encoded = signed.substring(0, end);
    byte[] presented = signed.substring(end + SEPARATOR.length()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(
            presented, digest(encoded, secret).getBytes(StandardCharsets.UTF_8))
        ? decode(encoded)
        : Optional.empty();
  }

  /** Signs a text, as the other back end does. */
  static String sign(String text, String secret) {
    String encoded =
        Base64.getEncoder()
            .encodeToString(JSON.createValue(text).toString().getBytes(StandardCharsets.UTF_8));
    return encoded + SEPARATOR + digest(encoded, secret);
  }

  private static String digest(String encoded, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(encoded.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }

  private static Optional<String> decode(String encoded) {
    try {
      byte[] json =
          encoded.indexOf('-') >= 0 || encoded.indexOf('_') >= 0
              ? Base64.getUrlDecoder().decode(encoded)
              : Base64.getDecoder().decode(encoded);
      try (JsonReader reader =
          JSON.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
        return reader.readValue() instanceof JsonString text
            ? Optional.of(text.getString())
            : Optional.empty();
      }
    } catch (IllegalArgumentException | JsonException e) {
      return Optional.empty();
    }
  }
}
