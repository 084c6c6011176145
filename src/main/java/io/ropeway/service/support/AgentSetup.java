package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.CachedList;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.NotificationRepository;
import io.ropeway.persistence.support.NotificationSetting;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.Passwords;
import io.ropeway.service.support.body.AgentBody;
import io.ropeway.service.support.event.DeskRights;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of an account, for administrators. Each call is a transaction. */
@ApplicationScoped
public class AgentSetup {

  private static final Set<String> ROLES = Set.of(AccountUser.AGENT, AccountUser.ADMINISTRATOR);
  private static final int CHARACTERS = 100;
  private static final int SHORTEST_PASSWORD = 8;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject UserRepository users;
  @Inject MembershipRepository memberships;
  @Inject DeskDepartures departures;
  @Inject NotificationRepository notifications;
  @Inject CachedLists lists;
  @Inject DeskRights rights;
  @Inject Rosters rosters;
  @Inject DatabaseClock clock;

  /**
   * Takes somebody into the account; makes the user if there is none of that e-mail address.
   *
   * @param password of a new user
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID, CONFLICT if the user is of the account already
   */
  public JsonObject add(
      Identity who,
      long accountId,
      String email,
      String name,
      String role,
      @Nullable String password) {
    String login = email.strip().toLowerCase(Locale.ROOT);
    checkRole(role);
    if (login.isEmpty() || login.length() > CHARACTERS || name.length() > CHARACTERS) {
      throw Refusal.invalid("An e-mail address and a name have 1 to 100 characters.");
    }
    // Before the transaction: a hash takes longer than a connection should be kept.
    String hash = password == null ? null : hash(password);
    return transactions.write(
        () -> {
          Agent admin = access.administrator(who, accountId);
          AppUser user = users.findByLogin(login).orElseGet(() -> make(admin, login, name, hash));
          if (memberships.find(accountId, user.id()).isPresent()) {
            throw Refusal.conflict("This user is of the account already.");
          }
          AccountUser member =
              new AccountUser(admin.membership().account(), user, role, clock.now());
          memberships.add(member);
          notifications.add(new NotificationSetting(accountId, user));
          lists.changed(accountId, CachedList.INBOXES);
          return AgentBody.of(member, rosters.now(accountId));
        });
  }

  private AppUser make(Agent admin, String login, String name, @Nullable String hash) {
    if (hash == null) {
      throw Refusal.invalid("A new user needs a password.");
    }
    AppUser user =
        new AppUser(
            admin.membership().account(),
            login,
            hash,
            name.isBlank() ? login : name,
            AppUser.USER,
            clock.now());
    users.add(user);
    return user;
  }

  private static String hash(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw Refusal.invalid("A password has at least 8 characters.");
    }
    return Passwords.hash(password);
  }

  /** Changes somebody's role. What is no longer theirs to hear they stop hearing at once. */
  public JsonObject role(Identity who, long accountId, long userId, String role) {
    checkRole(role);
    return transactions.write(
        () -> {
          Agent admin = access.administrator(who, accountId);
          AccountUser member = other(admin, userId);
          boolean wasAdministrator = member.isAdministrator();
          member.role(role);
          if (wasAdministrator && !member.isAdministrator()) {
            rights.leftAccount(accountId, userId);
          } else {
            rights.changed(accountId, userId);
          }
          return AgentBody.of(member, rosters.recent(accountId));
        });
  }

  /** Sends somebody away from the account, its inboxes and its teams. */
  public void remove(Identity who, long accountId, long userId) {
    transactions.change(
        () -> {
          Agent admin = access.administrator(who, accountId);
          departures.leave(other(admin, userId));
        });
  }

  private AccountUser other(Agent admin, long userId) {
    if (admin.userId() == userId) {
      throw Refusal.conflict("Let another administrator do that.");
    }
    return memberships.find(admin.accountId(), userId).orElseThrow(DeskAccess::nothing);
  }

  private static void checkRole(String role) {
    if (!ROLES.contains(role)) {
      throw Refusal.invalid("A role is agent or administrator.");
    }
  }
}
