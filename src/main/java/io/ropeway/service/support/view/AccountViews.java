package io.ropeway.service.support.view;

import io.ropeway.persistence.support.AccountCounter;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.support.Agent;
import io.ropeway.service.support.DeskAccess;
import io.ropeway.service.support.body.AgentBody;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.InboxBody;
import io.ropeway.service.support.body.LabelBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.body.TeamBody;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of an account that its users' programs keep. */
@UseCase
@ApplicationScoped
public class AccountViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject DeskAccess access;
  @Inject MembershipRepository memberships;
  @Inject InboxRepository inboxes;
  @Inject TeamRepository teams;
  @Inject LabelRepository labels;
  @Inject Rosters rosters;

  /**
   * Only looks whether the user belongs to the account.
   *
   * @throws Refusal NOT_FOUND if not
   */
  public void enter(Identity who, long accountId) {
    access.agent(who, accountId);
  }

  /** The inboxes that the user sees: an administrator all, an agent those to answer in. */
  public JsonObject inboxes(Identity who, long accountId) {
    Agent agent = access.agent(who, accountId);
    JsonArrayBuilder payload = JSON.createArrayBuilder();
    if (agent.isAdministrator()) {
      inboxes.ofAccount(accountId).forEach(inbox -> payload.add(InboxBody.ofAdministrator(inbox)));
    } else {
      inboxes
          .ofMember(accountId, agent.userId())
          .forEach(inbox -> payload.add(InboxBody.of(inbox)));
    }
    return payload(payload);
  }

  /** One of them. */
  public JsonObject inbox(Identity who, long accountId, long inboxId) {
    Agent agent = access.agent(who, accountId);
    Inbox inbox =
        inboxes
            .find(accountId, inboxId)
            .filter(
                found ->
                    agent.isAdministrator()
                        || inboxes.member(found.id(), agent.userId()).isPresent())
            .orElseThrow(() -> Refusal.notFound("There is no such inbox."));
    return agent.isAdministrator() ? InboxBody.ofAdministrator(inbox) : InboxBody.of(inbox);
  }

  /** Everybody of the account. */
  public JsonArray agents(Identity who, long accountId) {
    access.agent(who, accountId);
    return agents(memberships.ofAccount(accountId), accountId).build();
  }

  /** To whom conversations of all these inboxes may be given: who answers there, administrators. */
  public JsonObject assignable(Identity who, long accountId, List<Long> inboxIds) {
    access.agent(who, accountId);
    List<AccountUser> all = memberships.ofAccount(accountId);
    Set<Long> answering = new HashSet<>(all.stream().map(member -> member.user().id()).toList());
    for (long inboxId : inboxIds) {
      if (inboxes.find(accountId, inboxId).isEmpty()) {
        throw Refusal.notFound("There is no such inbox.");
      }
      answering.retainAll(
          inboxes.members(inboxId).stream()
              .map(member -> member.user().id())
              .collect(Collectors.toSet()));
    }
    List<AccountUser> found =
        all.stream()
            .filter(one -> one.isAdministrator() || answering.contains(one.user().id()))
            .toList();
    return payload(agents(found, accountId));
  }

  /** Who answers in an inbox. */
  public JsonObject inboxMembers(Identity who, long accountId, long inboxId) {
    inbox(who, accountId, inboxId);
    List<Long> ids =
        inboxes.members(inboxId).stream().map(member -> member.user().id()).sorted().toList();
    return payload(
        agents(ids.isEmpty() ? List.of() : memberships.ofUsers(accountId, ids), accountId));
  }

  /** The account's teams. */
  public JsonArray teams(Identity who, long accountId) {
    Agent agent = access.agent(who, accountId);
    Set<Long> own =
        teams.ofMember(accountId, agent.userId()).stream()
            .map(Team::id)
            .collect(Collectors.toSet());
    JsonArrayBuilder list = JSON.createArrayBuilder();
    teams
        .ofAccount(accountId)
        .forEach(team -> list.add(TeamBody.of(team, own.contains(team.id()))));
    return list.build();
  }

  /** Who belongs to a team. */
  public JsonArray teamMembers(Identity who, long accountId, long teamId) {
    access.agent(who, accountId);
    if (teams.find(accountId, teamId).isEmpty()) {
      throw Refusal.notFound("There is no such team.");
    }
    List<Long> ids =
        teams.members(teamId).stream().map(member -> member.user().id()).sorted().toList();
    return agents(ids.isEmpty() ? List.of() : memberships.ofUsers(accountId, ids), accountId)
        .build();
  }

  /** The labels that the account offers. */
  public JsonObject labels(Identity who, long accountId) {
    access.agent(who, accountId);
    JsonArrayBuilder list = JSON.createArrayBuilder();
    labels.ofAccount(accountId).forEach(label -> list.add(LabelBody.of(label)));
    return payload(list);
  }

  /** What changes whenever one of the lists does. */
  public JsonObject cacheKeys(Identity who, long accountId) {
    access.agent(who, accountId);
    AccountCounter counter =
        memberships.counter(accountId).orElseGet(() -> new AccountCounter(accountId));
    return new Body()
        .with(
            "cache_keys",
            new Body()
                .with("label", key(counter.labelsAt()))
                .with("inbox", key(counter.inboxesAt()))
                .with("team", key(counter.teamsAt()))
                .build())
        .build();
  }

  private JsonArrayBuilder agents(List<AccountUser> members, long accountId) {
    Roster roster = rosters.recent(accountId);
    JsonArrayBuilder list = JSON.createArrayBuilder();
    members.forEach(member -> list.add(AgentBody.of(member, roster)));
    return list;
  }

  private static String key(long seconds) {
    return "%010d".formatted(seconds);
  }

  private static JsonObject payload(JsonArrayBuilder list) {
    return new Body().with("payload", list.build()).build();
  }
}
