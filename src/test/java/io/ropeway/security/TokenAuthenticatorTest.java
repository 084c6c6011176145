package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.service.Refusal;
import io.ropeway.service.account.AccessTokens;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import io.ropeway.session.TestSessions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenAuthenticatorTest extends AuthenticatorContract {

  private final Identity ada = TestSessions.user("1");
  private final TokenAuthenticator authenticator = new TokenAuthenticator();
  private boolean away;

  TokenAuthenticatorTest() {
    authenticator.tokens =
        new AccessTokens() {
          @Override
          public Optional<Identity> find(String token) {
            if (away) {
              throw Refusal.unavailable("The database is away.", new IllegalStateException());
            }
            return token.equals("good") ? Optional.of(ada) : Optional.empty();
          }
        };
  }

  @Override
  protected Authenticator authenticator() {
    return authenticator;
  }

  @Override
  protected HandshakeRequest without() {
    return TestSessions.request();
  }

  @Override
  protected HandshakeRequest valid() {
    return TestSessions.request("Authorization", "Bearer good");
  }

  @Override
  protected HandshakeRequest invalid() {
    return TestSessions.request("Authorization", "Bearer bad");
  }

  @Override
  protected void goAway() {
    away = true;
  }

  @Test
  void countsACookieOnlyBesideAnOrigin() {
    assertThat(authenticator.authenticate(TestSessions.request("Cookie", "ropeway_session=good")))
        .isEqualTo(Authentication.notPresented());
    assertThat(
            authenticator.authenticate(
                TestSessions.request(
                    "Cookie", "ropeway_session=good", "Origin", "http://localhost:8080")))
        .isEqualTo(Authentication.accepted(ada));
  }

  @Test
  void prefersWhatTheClientItselfPresents() {
    assertThat(
            authenticator.authenticate(
                TestSessions.request(
                    "Cookie", "ropeway_session=good",
                    "Origin", "http://localhost:8080",
                    "Authorization", "Bearer bad")))
        .isEqualTo(Authentication.refused());
  }
}
