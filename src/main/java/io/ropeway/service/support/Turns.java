package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives conversations that nobody has to those who answer in the inbox and are online, by turns:
 * whoever was given one longest ago is next. The inbox's row is the lock, so that the turns are the
 * same on all nodes.
 */
@ApplicationScoped
class Turns {

  @Inject InboxRepository inboxes;
  @Inject TeamRepository teams;
  @Inject Attendance attendance;
  @Inject Assignments assignments;
  @Inject DatabaseClock clock;

  /** Gives it to somebody, if it is open, nobody has it, and somebody is there. */
  void offer(Conversation conversation) {
    Inbox inbox = conversation.inbox();
    if (!inbox.enableAutoAssignment()
        || conversation.assignee() != null
        || conversation.team() != null
        || !conversation.status().equals(Conversation.OPEN)) {
      return;
    }
    next(conversation, Set.of()).ifPresent(user -> assignments.assign(conversation, user, null));
  }

  /** The one of a team whose turn it is, among those who answer in the inbox. */
  Optional<AppUser> next(Conversation conversation, Team team) {
    Set<Long> ids = Set.copyOf(teams.memberIds(team.id()));
    return ids.isEmpty() ? Optional.empty() : next(conversation, ids);
  }

  /**
   * Whose turn it is.
   *
   * @param among the only ones to choose from; everybody if empty
   */
  private Optional<AppUser> next(Conversation conversation, Set<Long> among) {
    long inboxId = conversation.inbox().id();
    List<Long> ids =
        inboxes.memberIds(inboxId).stream()
            .filter(id -> among.isEmpty() || among.contains(id))
            .toList();
    Set<Long> online = attendance.online(conversation.account().id(), ids);
    if (online.isEmpty()) {
      return Optional.empty();
    }
    inboxes.lock(
        inboxId); // before the members are read, so that they are as the last turn left them
    List<InboxMember> members = inboxes.members(inboxId);
    return members.stream()
        .filter(member -> online.contains(member.user().id()))
        .findFirst()
        .map(member -> take(member, members));
  }

  /** Each turn is later than all before, also when the clock is not. */
  private AppUser take(InboxMember member, List<InboxMember> members) {
    Instant turn = clock.now();
    for (InboxMember one : members) {
      Instant last = one.lastAssignedAt();
      if (last != null && !last.isBefore(turn)) {
        turn = last.plusNanos(1_000);
      }
    }
    member.lastAssignedAt(turn);
    return member.user();
  }
}
