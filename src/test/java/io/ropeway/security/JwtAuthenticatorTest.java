package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.ropeway.config.JwtSettings;
import io.ropeway.config.LimitSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import io.ropeway.session.TestSessions;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JwtAuthenticatorTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final String WHO = "{\"user_id\":7,\"name\":\"Vova\"}";

  private final JwtAuthenticator authenticator = authenticator();

  @Test
  void knowsWhomItNamesInEachPlace() throws Exception {
    String token = token(SECRET, WHO, NOW.plusSeconds(60));
    Identity expected =
        new Identity(
            Identity.Kind.CONTACT,
            "{\"name\":\"Vova\",\"user_id\":\"7\"}",
            "Vova 7",
            Set.of(),
            Map.of("user_id", "7", "name", "Vova"),
            "jwt:t1",
            NOW.plusSeconds(60));

    for (HandshakeRequest request :
        List.of(
            query("jid=" + token),
            TestSessions.request("X-JID", token),
            TestSessions.request(
                "Sec-WebSocket-Protocol", "actioncable-v1-ext-json, anycable-token." + token))) {
      assertThat(authenticator.authenticate(request)).isEqualTo(Authentication.accepted(expected));
    }
  }

  @Test
  void tellsATokenThatIsOverFromOneThatIsWrong() throws Exception {
    assertThat(authenticate(token(SECRET, WHO, NOW))).isEqualTo(Authentication.expired());
    assertThat(authenticate(token(SECRET.replace('0', 'x'), WHO, NOW)))
        .isEqualTo(Authentication.refused());
  }

  @Test
  void refusesWhatNamesNobody() throws Exception {
    for (String identifiers : new String[] {null, "", "7", "{}", "[1]", "{\"a\":"}) {
      assertThat(authenticate(token(SECRET, identifiers, null)))
          .as("ext %s", identifiers)
          .isEqualTo(Authentication.refused());
    }
  }

  @Test
  void refusesWhatIsNotSignedAsItMustBe() throws Exception {
    String unsigned =
        new PlainJWT(new JWTClaimsSet.Builder().claim("ext", WHO).build()).serialize();
    SignedJWT stronger =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS512),
            new JWTClaimsSet.Builder().claim("ext", WHO).build());
    stronger.sign(new MACSigner(SECRET + SECRET));
    for (String token : List.of(unsigned, stronger.serialize(), "a.b.c", "..", "opaque")) {
      assertThat(authenticate(token)).as(token).isEqualTo(Authentication.refused());
    }
  }

  @Test
  void acceptsATokenWithoutAnEnd() throws Exception {
    assertThat(authenticate(token(SECRET, WHO, null)))
        .isInstanceOfSatisfying(
            Authentication.Accepted.class,
            accepted -> assertThat(accepted.identity().expiresAt()).isNull());
  }

  @Test
  void leavesAccessTokensAndThoseWhoPresentNothingToOthers() {
    assertThat(authenticator.authenticate(TestSessions.request()))
        .isEqualTo(Authentication.notPresented());
    assertThat(
            authenticator.authenticate(
                TestSessions.request("Sec-WebSocket-Protocol", "anycable-token.opaque")))
        .isEqualTo(Authentication.notPresented());
  }

  @Test
  void isTheOnlyWayInWhereItIsEnforced() throws Exception {
    JwtAuthenticator enforced =
        authenticator("ropeway.jwt.secret", SECRET, "ropeway.jwt.enforce", "true");

    assertThat(enforced.authenticate(TestSessions.request())).isEqualTo(Authentication.refused());
    assertThat(enforced.authenticate(query("jid=" + token(SECRET, WHO, null))))
        .isInstanceOf(Authentication.Accepted.class);
  }

  @Test
  void knowsNothingWithoutASecret() throws Exception {
    JwtAuthenticator off = authenticator(new String[0]);

    assertThat(off.authenticate(query("jid=" + token(SECRET, WHO, null))))
        .isEqualTo(Authentication.notPresented());
  }

  @Test
  void wantsASecretThatIsLongEnough() {
    assertThatThrownBy(() -> authenticator("ropeway.jwt.secret", "short"))
        .hasRootCauseMessage("ropeway.jwt.secret needs at least 32 characters (RFC 7518, 3.2)");
  }

  private Authentication authenticate(String token) {
    return authenticator.authenticate(query("jid=" + token));
  }

  private static HandshakeRequest query(String query) {
    return new HandshakeRequest(URI.create("http://localhost/cable?" + query), "::1", List.of());
  }

  private static String token(String secret, String identifiers, Instant expiry) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .claim("ext", identifiers)
                .jwtID("t1")
                .expirationTime(expiry == null ? null : Date.from(expiry))
                .build());
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private static JwtAuthenticator authenticator() {
    return authenticator("ropeway.jwt.secret", SECRET);
  }

  private static JwtAuthenticator authenticator(String... settings) {
    JwtAuthenticator made = new JwtAuthenticator();
    made.settings = TestSettings.of(JwtSettings.class, settings);
    made.limits = TestSettings.of(LimitSettings.class);
    made.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    made.readSettings();
    return made;
  }
}
