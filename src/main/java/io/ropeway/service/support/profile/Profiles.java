package io.ropeway.service.support.profile;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.account.Users;
import io.ropeway.service.support.body.ProfileBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.DeskPresence;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What users see and set of themselves. Each call is a transaction. */
@UseCase
@ApplicationScoped
public class Profiles {

  private static final Set<String> AVAILABILITIES =
      Set.of(AccountUser.ONLINE, AccountUser.BUSY, AccountUser.OFFLINE);

  @Inject UserRepository users;
  @Inject MembershipRepository memberships;
  @Inject Rosters rosters;
  @Inject DeskPresence presence;
  @Inject Clock clock;

  /**
   * The user that a request speaks for.
   *
   * @param token the token to show, which the caller has shown; null for none
   * @throws Refusal UNAUTHENTICATED if it is no user, one who is gone, or one of whose accounts
   *     none is open
   */
  public JsonObject of(Identity who, @Nullable String token) {
    return of(Users.userId(who), token);
  }

  /** The same of who has just signed in. */
  public JsonObject of(long userId, @Nullable String token) {
    AppUser user =
        users
            .find(userId)
            .filter(found -> !found.isErased())
            .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
    List<AccountUser> all = memberships.ofUser(userId);
    if (!all.isEmpty() && all.stream().noneMatch(one -> one.account().isActive())) {
      throw Refusal.unauthenticated("This account is suspended.");
    }
    Optional<AccountUser> active = active(user, all);
    Roster roster =
        active.map(membership -> rosters.now(membership.account().id())).orElse(Roster.NOBODY);
    return ProfileBody.of(user, all, active.orElse(null), token, roster);
  }

  /**
   * Changes what the user may change.
   *
   * @throws Refusal INVALID if something is too long
   */
  public void change(Identity who, ProfileChange change) {
    AppUser user =
        users
            .lock(Users.userId(who))
            .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
    String displayName = change.displayName();
    if (displayName != null) {
      user.displayName(atMost("display_name", displayName, 100));
    }
    String signature = change.messageSignature();
    if (signature != null) {
      user.messageSignature(atMost("message_signature", signature, 2_000));
    }
    String settings = change.uiSettings();
    if (settings != null) {
      user.uiSettings(atMost("ui_settings", settings, 20_000));
    }
  }

  private static String atMost(String name, String text, int characters) {
    if (text.length() > characters) {
      throw Refusal.invalid(name + " has " + characters + " characters at most.");
    }
    return text;
  }

  /**
   * Says whether the user wants to be asked.
   *
   * @param availability {@code online}, {@code busy} or {@code offline}
   * @throws Refusal NOT_FOUND if the user is not of that account, INVALID for any other word
   */
  public void availability(Identity who, long accountId, String availability) {
    if (!AVAILABILITIES.contains(availability)) {
      throw Refusal.invalid("availability is online, busy or offline.");
    }
    membership(who, accountId).availability(availability);
    presence.tell(accountId);
  }

  /**
   * Says whether the user counts as offline while not connected.
   *
   * @throws Refusal NOT_FOUND if the user is not of that account
   */
  public void autoOffline(Identity who, long accountId, boolean autoOffline) {
    membership(who, accountId).autoOffline(autoOffline);
    presence.tell(accountId);
  }

  /**
   * Turns to an account.
   *
   * @throws Refusal NOT_FOUND if the user is not of that account
   */
  public void activate(Identity who, long accountId) {
    AccountUser membership = membership(who, accountId);
    membership.activeAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    membership.user().activeAccountId(accountId);
  }

  private AccountUser membership(Identity who, long accountId) {
    return memberships
        .find(accountId, Users.userId(who))
        .orElseThrow(() -> Refusal.notFound("You have no such account."));
  }

  private static Optional<AccountUser> active(AppUser user, List<AccountUser> all) {
    @Nullable Long chosen = user.activeAccountId();
    long wanted = chosen == null ? user.account().id() : chosen;
    return all.stream()
        .filter(membership -> membership.account().id() == wanted)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
