package io.ropeway.service.support;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.AgentBody;
import io.ropeway.service.support.body.TeamBody;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Giving conversations to agents and teams. Each call is a transaction. */
@ApplicationScoped
public class ConversationAssignments {

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject Assignments assignments;
  @Inject Turns turns;
  @Inject MembershipRepository memberships;
  @Inject TeamRepository teams;
  @Inject Rosters rosters;

  /**
   * Gives a conversation to somebody who may open it, or to nobody.
   *
   * @param userId null for nobody
   * @return whom, if anybody
   * @throws Refusal NOT_FOUND, INVALID
   */
  public Optional<JsonObject> assign(
      Identity who, long accountId, long displayId, @Nullable Long userId) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          return assign(conversation, userId, agent)
              .map(member -> AgentBody.of(member, rosters.recent(accountId)));
        });
  }

  /** The caller holds the conversation's lock. */
  Optional<AccountUser> assign(Conversation conversation, @Nullable Long userId, Agent agent) {
    if (userId == null) {
      assignments.assign(conversation, null, agent.user());
      return Optional.empty();
    }
    AccountUser member =
        memberships.find(agent.accountId(), userId).orElseThrow(DeskAccess::nothing);
    if (!access.mayOpen(new Agent(member), conversation)) {
      throw Refusal.invalid("This agent does not answer in the inbox.");
    }
    assignments.assign(conversation, member.user(), agent.user());
    return Optional.of(member);
  }

  /**
   * Gives a conversation to a team, or to none. Whoever has it and is not of the team loses it; if
   * the team says so, one of it who is online gets it.
   *
   * @param teamId null for none
   * @return which, if any
   * @throws Refusal NOT_FOUND
   */
  public Optional<JsonObject> assignTeam(
      Identity who, long accountId, long displayId, @Nullable Long teamId) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.lock(agent, displayId);
          return assignTeam(conversation, teamId, agent)
              .map(team -> TeamBody.of(team, teams.isMember(team.id(), agent.userId())));
        });
  }

  /** The caller holds the conversation's lock. */
  Optional<Team> assignTeam(Conversation conversation, @Nullable Long teamId, Agent agent) {
    Team before = conversation.team();
    if (teamId == null) {
      if (before != null) {
        assignments.team(conversation, null, agent.user());
      }
      return Optional.empty();
    }
    Team team = teams.find(agent.accountId(), teamId).orElseThrow(DeskAccess::nothing);
    if (before != null && before.id() == team.id()) {
      return Optional.of(team);
    }
    assignments.team(conversation, team, agent.user());
    choose(conversation, team, agent.user());
    return Optional.of(team);
  }

  private void choose(Conversation conversation, Team team, AppUser by) {
    AppUser assignee = conversation.assignee();
    List<Long> members = teams.memberIds(team.id());
    if (assignee != null && members.contains(assignee.id())) {
      return;
    }
    AppUser next =
        team.allowAutoAssign() && conversation.inbox().enableAutoAssignment()
            ? turns.next(conversation, team).orElse(null)
            : null;
    assignments.assign(conversation, next, by);
  }
}
