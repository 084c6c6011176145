package io.ropeway.service.support;

import io.ropeway.config.ServerSettings;
import io.ropeway.config.StartOrder;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.Label;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamMember;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.UseCase;
import io.ropeway.service.account.DemoUser;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A desk to try the product with, for the demo accounts: Ada administers it, Bob and Cyd answer in
 * the inboxes Website and API, Dan answers nowhere. Stored once: what was changed since then stays.
 */
@ApplicationScoped
public class DemoDesk {

  @Inject ServerSettings settings;
  @Inject UserRepository users;
  @Inject MembershipRepository memberships;
  @Inject InboxRepository inboxes;
  @Inject TeamRepository teams;
  @Inject LabelRepository labels;
  @Inject Clock clock;

  @UseCase
  void start(
      @Observes @Priority(StartOrder.DATA + 1) @Initialized(ApplicationScoped.class) Object event) {
    List<AppUser> people =
        DemoUser.ALL.stream()
            .map(demo -> users.findByLogin(demo.login()))
            .flatMap(Optional::stream)
            .toList();
    if (settings.demo() && people.size() == DemoUser.ALL.size()) {
      Account account = people.get(0).account();
      memberships.lockCounter(account.id()); // one node at a time
      if (inboxes.ofAccount(account.id()).isEmpty()) {
        seed(account, people, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      }
    }
  }

  private void seed(Account account, List<AppUser> people, Instant now) {
    for (AppUser user : people) {
      if (memberships.find(account.id(), user.id()).isEmpty()) {
        String role = user.isAdmin() ? AccountUser.ADMINISTRATOR : AccountUser.AGENT;
        memberships.add(new AccountUser(account, user, role, now));
      }
    }
    List<AppUser> agents = people.subList(1, 3);
    inbox(new Inbox(account, "Website", Inbox.WEBSITE, now), agents, now);
    inbox(new Inbox(account, "API", Inbox.API, now), agents, now);
    Team team = new Team(account, "tier 2", now);
    teams.add(team);
    teams.add(new TeamMember(team, agents.get(1), now));
    labels.add(new Label(account, "billing", now));
    labels.add(new Label(account, "vip", now));
  }

  private void inbox(Inbox inbox, List<AppUser> agents, Instant now) {
    inboxes.add(inbox);
    agents.forEach(agent -> inboxes.add(new InboxMember(inbox, agent, now)));
  }
}
