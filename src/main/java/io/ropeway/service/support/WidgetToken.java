package io.ropeway.service.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Inbox;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * By what a page's widget is a contact's session: a JSON Web Token (HS256) of the session's name,
 * under a key of the inbox's own. It does not expire, so that a visitor who comes back after months
 * is the same; every node reads those of all others, also after a restart.
 */
final class WidgetToken {

  private static final String SOURCE = "source_id";
  private static final String INBOX = "inbox_id";
  private static final byte[] PURPOSE = "ropeway widget".getBytes(StandardCharsets.US_ASCII);

  private WidgetToken() {}

  /** The one of a session. */
  static String of(ContactInbox session) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .claim(SOURCE, session.sourceId())
                .claim(INBOX, session.inbox().id())
                .build());
    try {
      token.sign(new MACSigner(key(session.inbox())));
    } catch (JOSEException e) {
      throw new IllegalStateException("A token cannot be signed", e);
    }
    return token.serialize();
  }

  /** What an inbox calls the session of a token; empty if the token is none of the inbox's. */
  static Optional<String> sourceOf(Inbox inbox, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
          || !token.verify(new MACVerifier(key(inbox)))) {
        return Optional.empty();
      }
      JWTClaimsSet claims = token.getJWTClaimsSet();
      Long of = claims.getLongClaim(INBOX);
      return of != null && of == inbox.id()
          ? Optional.ofNullable(claims.getStringClaim(SOURCE))
          : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  /** Not the inbox's own key itself, with which back ends sign what contacts may choose. */
  private static byte[] key(Inbox inbox) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(inbox.hmacToken().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(PURPOSE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC with SHA-256", e);
    }
  }
}
