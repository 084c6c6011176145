package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskAudiences;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PubsubTokenAuthenticatorTest {

  private static final String GOOD = "abcdefghijklmnopqrstuvwx";
  private static final String BAD = "xwvutsrqponmlkjihgfedcba";
  private static final Authentication LET_IN = Authentication.accepted(Identity.anonymous());

  private final PubsubTokenAuthenticator authenticator = new PubsubTokenAuthenticator();
  private boolean away;

  @BeforeEach
  void know() {
    Identity ada = new Identity(Identity.Kind.USER, "7", "Ada", Set.of(), Map.of(), null, null);
    authenticator.audiences =
        new DeskAudiences() {
          @Override
          public Optional<Identity> identify(String token) {
            if (away) {
              throw Refusal.unavailable("The database is away.");
            }
            return token.equals(GOOD) ? Optional.of(ada) : Optional.empty();
          }
        };
  }

  @Test
  void opensTheCableAndNothingElseToATokenForListening() {
    assertThat(ask("/cable?pubsub_token=" + GOOD)).isEqualTo(LET_IN);
    assertThat(ask("/cable?token=" + GOOD)).isEqualTo(LET_IN);
    assertThat(ask("/api/me?token=" + GOOD)).isEqualTo(Authentication.notPresented());
  }

  @Test
  void leavesOtherTokensToOthers() {
    assertThat(ask("/cable?token=" + BAD)).isEqualTo(Authentication.notPresented());
    assertThat(ask("/cable?token=short")).isEqualTo(Authentication.notPresented());
    assertThat(ask("/cable")).isEqualTo(Authentication.notPresented());
  }

  @Test
  void neverTakesWhatItCannotCheckForWrong() {
    away = true;

    assertThatThrownBy(() -> ask("/cable?token=" + BAD))
        .isInstanceOf(AuthenticationUnavailableException.class);
    assertThat(ask("/cable?token=short")).isEqualTo(Authentication.notPresented());
  }

  private Authentication ask(String pathAndQuery) {
    URI uri = URI.create("http://localhost:8080" + pathAndQuery);
    return authenticator.authenticate(new HandshakeRequest(uri, "127.0.0.1", List.of()));
  }
}
