package io.ropeway.service.support;

import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.CachedList;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.support.event.DeskRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes users out of accounts, their inboxes and their teams, within the running transaction. They
 * stop hearing of all of it at once.
 */
@ApplicationScoped
public class DeskDepartures {

  @Inject MembershipRepository memberships;
  @Inject InboxRepository inboxes;
  @Inject TeamRepository teams;
  @Inject CachedLists lists;
  @Inject DeskRights rights;

  /** Takes a user out of every account; to be called while the user still has a name. */
  public void leaveAll(long userId) {
    memberships.ofUser(userId).forEach(this::leave);
  }

  /** Ends one membership. */
  void leave(AccountUser member) {
    long accountId = member.account().id();
    long userId = member.user().id();
    inboxes
        .ofMember(accountId, userId)
        .forEach(
            inbox -> {
              inboxes.member(inbox.id(), userId).ifPresent(inboxes::remove);
              rights.leftInbox(inbox.id(), userId);
            });
    teams
        .ofMember(accountId, userId)
        .forEach(
            team -> {
              teams.member(team.id(), userId).ifPresent(teams::remove);
              rights.leftTeam(team.id(), userId);
            });
    memberships.remove(member);
    rights.leftAccount(accountId, userId);
    lists.changed(accountId, CachedList.INBOXES);
  }
}
