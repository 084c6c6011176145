package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.CachedList;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamMember;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.TeamBody;
import io.ropeway.service.support.event.DeskRights;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Teams and who belongs to them, for administrators. Each call is a transaction. */
@ApplicationScoped
public class TeamSetup {

  private static final int NAME = 100;
  private static final int DESCRIPTION = 500;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject TeamRepository teams;
  @Inject CachedLists lists;
  @Inject DeskRights rights;
  @Inject DatabaseClock clock;

  /**
   * Makes a team.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID, CONFLICT if there is one of that name
   */
  public JsonObject create(
      Identity who,
      long accountId,
      String name,
      @Nullable String description,
      boolean allowAutoAssign) {
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.length() > NAME) {
      throw Refusal.invalid("A team's name has 1 to 100 characters.");
    }
    if (description != null && description.length() > DESCRIPTION) {
      throw Refusal.invalid("A description has at most 500 characters.");
    }
    return transactions.write(
        () -> {
          Agent admin = access.administrator(who, accountId);
          Team team = new Team(admin.membership().account(), wanted, clock.now());
          team.description(description);
          team.allowAutoAssign(allowAutoAssign);
          teams.add(team);
          lists.changed(accountId, CachedList.TEAMS);
          return TeamBody.of(team, false);
        });
  }

  /** Removes a team; its conversations have none then. Its members stop hearing of them at once. */
  public void delete(Identity who, long accountId, long teamId) {
    transactions.change(
        () -> {
          access.administrator(who, accountId);
          Team team = teams.find(accountId, teamId).orElseThrow(DeskAccess::nothing);
          teams.memberIds(teamId).forEach(userId -> rights.leftTeam(teamId, userId));
          teams.remove(team);
          lists.changed(accountId, CachedList.TEAMS);
        });
  }

  /**
   * Has exactly these users of the account belong to a team. Whoever does no longer stops hearing
   * of its conversations at once.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID for somebody who is not of the account
   */
  public void members(Identity who, long accountId, long teamId, Collection<Long> userIds) {
    transactions.change(
        () -> {
          access.administrator(who, accountId);
          Team team = teams.find(accountId, teamId).orElseThrow(DeskAccess::nothing);
          Set<Long> wanted = new HashSet<>(userIds);
          List<AccountUser> users = access.everybodyOf(accountId, wanted);
          Set<Long> before = new HashSet<>();
          for (TeamMember member : teams.members(teamId)) {
            before.add(member.user().id());
            if (!wanted.contains(member.user().id())) {
              teams.remove(member);
              rights.leftTeam(teamId, member.user().id());
            }
          }
          for (AccountUser user : users) {
            if (!before.contains(user.user().id())) {
              teams.add(new TeamMember(team, user.user(), clock.now()));
              rights.changed(accountId, user.user().id());
            }
          }
          lists.changed(accountId, CachedList.TEAMS);
        });
  }
}
