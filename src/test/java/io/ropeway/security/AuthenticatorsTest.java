package io.ropeway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.container.DeployedBeans;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.TestSessions;
import jakarta.annotation.Priority;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticatorsTest {

  private final List<String> asked = new ArrayList<>();

  private class Fixed implements Authenticator {
    private final Authentication outcome;

    Fixed(Authentication outcome) {
      this.outcome = outcome;
    }

    @Override
    public Authentication authenticate(HandshakeRequest request) {
      asked.add(getClass().getSimpleName());
      return outcome;
    }
  }

  private class Unordered extends Fixed {
    Unordered(Authentication outcome) {
      super(outcome);
    }
  }

  @Priority(100)
  private class First extends Fixed {
    First(Authentication outcome) {
      super(outcome);
    }
  }

  @Priority(3_000)
  private class Last extends Fixed {
    Last(Authentication outcome) {
      super(outcome);
    }
  }

  @Test
  void areAskedInTheOrderOfTheirPriorities() {
    Authentication none = Authentication.notPresented();

    assertThat(authenticate(none, none, none)).isEqualTo(none);
    assertThat(asked).containsExactly("First", "Unordered", "Last");
  }

  @Test
  void areAskedUntilOneAccepts() {
    Authentication ada = Authentication.accepted(TestSessions.user("1"));

    assertThat(authenticate(Authentication.notPresented(), ada, Authentication.refused()))
        .isEqualTo(ada);
    assertThat(asked).doesNotContain("Last");
  }

  @Test
  void areAskedUntilOneRefuses() {
    Authentication ada = Authentication.accepted(TestSessions.user("1"));

    assertThat(authenticate(Authentication.refused(), ada, ada))
        .isEqualTo(Authentication.refused());
  }

  @Test
  void knowNobodyWhereNoneIsDeployed() {
    Authenticators none = new Authenticators();
    none.deployed = new DeployedBeans<>();
    none.order();

    assertThat(none.authenticate(TestSessions.request())).isEqualTo(Authentication.notPresented());
  }

  @Test
  void doNotAskTheNextWhenOneCannotCheck() {
    Authenticators all = new Authenticators();
    all.deployed =
        new DeployedBeans<Authenticator>()
            .add(
                First.class,
                () ->
                    new First(null) {
                      @Override
                      public Authentication authenticate(HandshakeRequest request) {
                        throw new AuthenticationUnavailableException(new IllegalStateException());
                      }
                    })
            .add(Last.class, () -> new Last(Authentication.refused()));
    all.order();

    assertThatThrownBy(() -> all.authenticate(TestSessions.request()))
        .isInstanceOf(AuthenticationUnavailableException.class);
    assertThat(asked).isEmpty();
  }

  private Authentication authenticate(
      Authentication first, Authentication unordered, Authentication last) {
    Authenticators all = new Authenticators();
    all.deployed =
        new DeployedBeans<Authenticator>()
            .add(Last.class, () -> new Last(last))
            .add(Unordered.class, () -> new Unordered(unordered))
            .add(First.class, () -> new First(first));
    all.order();
    return all.authenticate(TestSessions.request());
  }
}
