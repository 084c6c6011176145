package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.session.HandshakeRequest;
import org.junit.jupiter.api.Test;

/** What every authenticator keeps. */
public abstract class AuthenticatorContract {

  /** The authenticator under test. */
  protected abstract Authenticator authenticator();

  /** A request without any credential of its kind. */
  protected abstract HandshakeRequest without();

  /** A request with a valid credential. */
  protected abstract HandshakeRequest valid();

  /** A request with a credential that was never valid or is not any more. */
  protected abstract HandshakeRequest invalid();

  /** From now on what is needed to check a credential is away. */
  protected abstract void goAway();

  @Test
  void acceptsAValidCredentialForSomebodyWithAName() {
    Authentication outcome = authenticator().authenticate(valid());

    assertThat(outcome).isInstanceOf(Authentication.Accepted.class);
    assertThat(((Authentication.Accepted) outcome).identity().isAnonymous()).isFalse();
    assertThat(((Authentication.Accepted) outcome).identity().id()).isNotBlank();
  }

  @Test
  void refusesACredentialThatIsWrong() {
    assertThat(authenticator().authenticate(invalid())).isEqualTo(Authentication.refused());
  }

  @Test
  void leavesWhoPresentsNoneToOthers() {
    assertThat(authenticator().authenticate(without())).isEqualTo(Authentication.notPresented());
  }

  @Test
  void neverTakesWhatItCannotCheckForWrong() {
    goAway();

    assertThatThrownBy(() -> authenticator().authenticate(valid()))
        .isInstanceOf(AuthenticationUnavailableException.class);
    assertThatThrownBy(() -> authenticator().authenticate(invalid()))
        .isInstanceOf(AuthenticationUnavailableException.class);
  }

  @Test
  void needsNothingForWhoPresentsNone() {
    goAway();

    assertThat(authenticator().authenticate(without())).isEqualTo(Authentication.notPresented());
  }
}
