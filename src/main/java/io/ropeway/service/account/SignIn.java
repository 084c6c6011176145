package io.ropeway.service.account;

import io.ropeway.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Signing in with login and password. No transaction spans it: comparing a password takes longer
 * than a database connection should be kept.
 */
@ApplicationScoped
public class SignIn {

  @Inject Users users;
  @Inject AccessTokens tokens;

  /**
   * Gives out a token.
   *
   * @param label what the user shall know the token by
   * @throws Refusal UNAUTHENTICATED if login and password do not belong together; which of the two
   *     is wrong can be told neither from the text nor from the time it takes
   */
  public IssuedToken signIn(String login, String password, String label) {
    Optional<Users.Secret> secret = users.secret(login);
    if (secret.isEmpty()) {
      PasswordHash.compareWithNobody(password);
    } else if (PasswordHash.matches(password, secret.get().passwordHash())) {
      return tokens.issue(secret.get().userId(), label);
    }
    throw Refusal.unauthenticated("The login or the password is wrong.");
  }
}
