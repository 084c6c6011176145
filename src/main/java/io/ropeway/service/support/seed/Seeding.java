package io.ropeway.service.support.seed;

import static java.util.Objects.requireNonNull;

import io.ropeway.config.SeedSettings;
import io.ropeway.config.StartOrder;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.NotificationRepository;
import io.ropeway.persistence.support.NotificationSetting;
import io.ropeway.service.UseCase;
import io.ropeway.service.account.Passwords;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds at each start what the seed file names and the database does not have. Nothing that is there
 * is changed or taken away: what administrators have done since stays.
 */
@ApplicationScoped
public class Seeding {

  private static final System.Logger LOGGER = System.getLogger(Seeding.class.getName());

  @Inject SeedSettings settings;
  @Inject UserRepository users;
  @Inject MembershipRepository memberships;
  @Inject InboxRepository inboxes;
  @Inject NotificationRepository notifications;
  @Inject Clock clock;

  @UseCase
  void start(
      @Observes @Priority(StartOrder.DATA + 2) @Initialized(ApplicationScoped.class) Object event) {
    List<SeedAccount> accounts = settings.path().map(SeedFile::read).orElse(List.of());
    if (!accounts.isEmpty()) {
      Map<String, String> hashes = hashes(accounts); // which takes its time, and so comes first
      users.takeTurn(); // of two nodes that start at once
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      accounts.forEach(account -> store(account, hashes, now));
      LOGGER.log(
          System.Logger.Level.INFO, "Everything that the seed file names is in the database");
    }
  }

  /** Of the passwords of those who are new, by login. */
  private Map<String, String> hashes(List<SeedAccount> accounts) {
    Map<String, String> hashes = new HashMap<>();
    for (SeedAccount account : accounts) {
      for (SeedUser user : account.users()) {
        if (users.findByLogin(user.login()).isEmpty()) {
          hashes.computeIfAbsent(user.login(), login -> Passwords.hash(user.password()));
        }
      }
    }
    return hashes;
  }

  private void store(SeedAccount wanted, Map<String, String> hashes, Instant now) {
    Account account = users.findAccount(wanted.name()).orElseGet(() -> make(wanted.name(), now));
    for (SeedUser user : wanted.users()) {
      AppUser known =
          users
              .findByLogin(user.login())
              .orElseGet(() -> make(account, user, requireNonNull(hashes.get(user.login())), now));
      if (memberships.find(account.id(), known.id()).isEmpty()) {
        memberships.add(new AccountUser(account, known, user.role(), now));
        notifications.add(new NotificationSetting(account.id(), known));
      }
    }
    Map<String, Inbox> known =
        inboxes.ofAccount(account.id()).stream()
            .collect(Collectors.toMap(Inbox::name, Function.identity(), (one, other) -> one));
    for (SeedInbox inbox : wanted.inboxes()) {
      if (!known.containsKey(inbox.name())) {
        store(account, inbox, now);
      }
    }
  }

  private void store(Account account, SeedInbox wanted, Instant now) {
    Inbox inbox = new Inbox(account, wanted.name(), wanted.channelType(), now);
    inboxes.add(inbox);
    for (String login : wanted.members()) {
      inboxes.add(new InboxMember(inbox, users.findByLogin(login).orElseThrow(), now));
    }
  }

  private Account make(String name, Instant now) {
    Account account = new Account(name, now);
    users.add(account);
    memberships.lockCounter(account.id());
    return account;
  }

  private AppUser make(Account account, SeedUser user, String hash, Instant now) {
    AppUser made =
        new AppUser(
            account,
            user.login(),
            hash,
            user.name(),
            user.admin() ? AppUser.ADMIN : AppUser.USER,
            now);
    users.add(made);
    return made;
  }
}
