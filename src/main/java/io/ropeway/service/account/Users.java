package io.ropeway.service.account;

import io.ropeway.persistence.account.UserRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Looks up users. */
@UseCase
@ApplicationScoped
public class Users {

  @Inject UserRepository users;

  /** What a login's password is checked against. */
  record Secret(long userId, String passwordHash) {}

  /**
   * The user that a request speaks for.
   *
   * @throws Refusal UNAUTHENTICATED if it is no user, or one who is gone
   */
  public UserView me(Identity who) {
    return users
        .find(userId(who))
        .map(UserView::of)
        .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
  }

  /** The login's secret; logins are compared without regard to case. */
  Optional<Secret> secret(String login) {
    return users
        .findByLogin(login.strip().toLowerCase(Locale.ROOT))
        .map(user -> new Secret(user.id(), user.passwordHash()));
  }

  /**
   * The user's id.
   *
   * @throws Refusal UNAUTHENTICATED if it is no user
   */
  public static long userId(Identity who) {
    if (who.kind() != Identity.Kind.USER) {
      throw Refusal.unauthenticated("Sign in first.");
    }
    return Long.parseLong(who.id());
  }
}
