package io.ropeway.rest;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.security.SignInThrottle;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.IssuedToken;
import io.ropeway.service.account.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Every way of signing in by password: as often as guessing may be, with a name for the token. */
@RequestScoped
public class SignInAttempts {

  private static final int LABEL_CHARACTERS = 100;

  @Inject SignIn signIn;
  @Inject SignInThrottle throttle;
  @Inject ForwardedHeaders forwarded;
  @Inject HttpServletRequest http;

  /**
   * Gives out a token.
   *
   * @param label what the caller calls it; null for what the program calls itself
   * @throws Refusal UNAUTHENTICATED if login and password do not belong together, TOO_MANY if there
   *     were too many attempts
   */
  public IssuedToken signIn(String login, String password, @Nullable String label) {
    String address = forwarded.resolve(http).remoteAddress();
    throttle
        .enter(login, address)
        .ifPresent(
            wait -> {
              throw Refusal.tooMany("Too many attempts to sign in; wait a little.", wait);
            });
    IssuedToken issued = signIn.signIn(login, password, label(label));
    throttle.succeeded(login, address);
    return issued;
  }

  private String label(@Nullable String chosen) {
    String label = chosen == null ? http.getHeader("User-Agent") : chosen;
    if (label == null || label.isBlank()) {
      return "unnamed";
    }
    String clean = label.strip().replaceAll("\\p{Cntrl}", " ");
    return clean.substring(0, Math.min(clean.length(), LABEL_CHARACTERS));
  }
}
