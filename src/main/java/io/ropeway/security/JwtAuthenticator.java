package io.ropeway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.ropeway.config.JwtSettings;
import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recognises those whom another back end has given a JSON Web Token (AnyCable 1.6): HS256, with the
 * connection identifiers as JSON text in the claim {@code ext}. It stands in the header {@code
 * x-jid}, in {@code ?jid=}, or in the subprotocol entry {@code anycable-token.<jwt>}, which also
 * carries access tokens: those have no dots.
 */
@ApplicationScoped
@Priority(Interceptor.Priority.APPLICATION - 100)
public class JwtAuthenticator implements Authenticator {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String IDENTIFIERS = "ext";

  @Inject JwtSettings settings;
  @Inject LimitSettings limits;
  @Inject Clock clock;

  private @Nullable JWSVerifier verifier;

  @PostConstruct
  void readSettings() {
    settings.secret().ifPresent(secret -> verifier = verifier(secret));
  }

  private static JWSVerifier verifier(String secret) {
    try {
      return new MACVerifier(secret.getBytes(StandardCharsets.UTF_8));
    } catch (JOSEException e) {
      throw new IllegalStateException("ropeway.jwt.secret cannot sign", e);
    }
  }

  @Override
  public Authentication authenticate(HandshakeRequest request) {
    if (verifier == null) {
      return Authentication.notPresented();
    }
    Optional<String> token = presented(request);
    if (token.isEmpty()) {
      return settings.enforce() ? Authentication.refused() : Authentication.notPresented();
    }
    try {
      return check(SignedJWT.parse(token.get()), verifier);
    } catch (ParseException | JOSEException | MalformedFrameException e) {
      return Authentication.refused();
    }
  }

  private Optional<String> presented(HandshakeRequest request) {
    return request
        .header("x-" + settings.param())
        .or(() -> request.parameter(settings.param()))
        .or(() -> PresentedToken.subprotocol(request).filter(token -> token.indexOf('.') >= 0))
        .filter(token -> !token.isEmpty());
  }

  private Authentication check(SignedJWT token, JWSVerifier known)
      throws JOSEException, ParseException, MalformedFrameException {
    if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(known)) {
      return Authentication.refused();
    }
    JWTClaimsSet claims = token.getJWTClaimsSet();
    Instant now = clock.instant();
    Date expiry = claims.getExpirationTime();
    if (expiry != null && !expiry.toInstant().isAfter(now)) {
      return Authentication.expired();
    }
    Date start = claims.getNotBeforeTime();
    String identifiers = claims.getStringClaim(IDENTIFIERS);
    if (identifiers == null || (start != null && start.toInstant().isAfter(now))) {
      return Authentication.refused();
    }
    JsonObject named = JsonText.object(identifiers, limits.jsonDepth());
    return named.isEmpty()
        ? Authentication.refused()
        : Authentication.accepted(identity(named, claims.getJWTID(), expiry));
  }

  /** Somebody whom the other back end knows by these identifiers, in whatever order. */
  private static Identity identity(
      JsonObject named, @Nullable String tokenId, @Nullable Date expiry) {
    Map<String, String> identifiers = new TreeMap<>();
    named.forEach(
        (name, value) ->
            identifiers.put(
                name, value instanceof JsonString text ? text.getString() : value.toString()));
    return new Identity(
        Identity.Kind.CONTACT,
        JSON.createObjectBuilder(new TreeMap<String, Object>(identifiers)).build().toString(),
        String.join(" ", identifiers.values()),
        Set.of(),
        identifiers,
        tokenId == null ? null : "jwt:" + tokenId,
        expiry == null ? null : expiry.toInstant());
  }
}
